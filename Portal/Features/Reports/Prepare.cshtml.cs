using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Reports;

/// <summary>Posted to from the list: prepares the draft of a meeting.</summary>
[Allow(Permission.PrepareEditions)]
public sealed class PrepareModel(PrepareEdition prepare, Viewer viewer) : PageModel
{
    [FromRoute] public Id<Meeting> MeetingId { get; set; }

    public IActionResult OnGet() => RedirectToPage("Index");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var editionId = await prepare.RunAsync(viewer, MeetingId, cancel);
        TempData.Notify("Draft prepared");
        return RedirectToPage("Edition", new { editionId });
    }
}
