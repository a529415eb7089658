using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Standards.Drafts;

[Allow(Permission.EditStandards)]
public sealed class DiscardModel(StandardDraft drafts, DiscardDraft discard, Viewer viewer) : DraftPageModel(drafts, viewer)
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await discard.RunAsync(Viewer, StandardCode, Seen, cancel);
        TempData.Notify("Draft discarded");
        return RedirectToPage("../Standard", new { StandardCode });
    }
}
