using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Portal.Benchmarks.Pages;

/// <summary>A page that says nothing, at length.</summary>
public sealed class IndexModel(BareText text) : PageModel
{
    public string Text => text.Value;
}

/// <param name="Value">What the page says.</param>
public sealed record BareText(string Value);
