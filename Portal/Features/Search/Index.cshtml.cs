using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Components.GovUk;
using Portal.Features.Hubs;
using Portal.Security;

namespace Portal.Features.Search;

[Allow]
public sealed class IndexModel(SearchResults results, Viewer viewer) : PageModel
{
    /// <summary>Parts that are in nobody's menu, and for everyone.</summary>
    private static readonly Sections.Section[] Besides =
    [
        new("Your account", "/Account/Index", "Your password, second factor and where you are signed in"),
        new("Help", "/Help", "How the portal works, and whom to ask"),
        new("Flags", "/Standards/Flags", "Which standards are not followed, since when", Permission.ReadFlags),
        new("Matrix", "/Standards/Matrix", "Every agency against every standard", Permission.ReadResults),
        new("Privacy", "/Privacy", "What is kept about people, and for how long"),
    ];

    [BindProperty(SupportsGet = true), UpTo(100, What = "What you look for")] public string? Words { get; set; }
    public IReadOnlyList<Found> Found { get; private set; } = [];
    public bool IsTooShort => Words?.Count(char.IsLetterOrDigit) < SearchResults.Fewest;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid || Words is null || IsTooShort) return;
        Found = [.. await results.RunAsync(viewer, Words, cancel), .. Pages()];
    }

    private IEnumerable<Found> Pages()
    {
        var words = Words!.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        List<Found.Hit> hits = [.. Sections.For(viewer).Concat(Besides.Where(s => s.Needs is not { } needed || viewer.May(needed)))
            .Where(s => words.All(w => $"{s.Text} {s.About}".Contains(w, StringComparison.OrdinalIgnoreCase)))
            .Select(s => new Found.Hit(s.Text, Url.Page(s.Page)!, s.About))];
        return hits.Count == 0 ? [] : [new("Pages", hits.Count, hits)];
    }
}
