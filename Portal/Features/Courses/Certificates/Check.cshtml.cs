using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Portal.Features.Courses.Certificates;

/// <summary>Where the square on a certificate leads: for an employer or another borough, without an account.</summary>
[AllowAnonymous]
public sealed class CheckModel(CheckCertificate check) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? Code { get; set; }
    [BindProperty(SupportsGet = true)] public string? Initial { get; set; }

    /// <summary>Null when nothing was asked yet, or there is no such certificate.</summary>
    public CheckCertificate.Found? Found { get; private set; }
    public bool HasAsked => !string.IsNullOrWhiteSpace(Code);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (HasAsked) Found = await check.RunAsync(Code, Initial, cancel);
    }
}
