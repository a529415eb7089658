using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Portal.Features.Courses.Mine;

/// <summary>What a calendar reads, which does not sign in: the secret is in the address.</summary>
[AllowAnonymous, ResponseCache(NoStore = true)]
public sealed class FeedModel(FeedOfPlaces feed) : PageModel
{
    [FromRoute] public string? Secret { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await feed.RunAsync(Secret, cancel) is { } calendar ? Content(calendar, "text/calendar; charset=utf-8") : NotFound();
}
