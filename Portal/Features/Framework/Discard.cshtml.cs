using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Framework;

[Allow(Permission.EditFramework)]
public sealed class DiscardModel(FrameworkView frameworks, DiscardDraft discard, Viewer viewer) : DraftPageModel(frameworks, viewer)
{
    [BindProperty] public int Seen { get; set; }

    public void OnGet() => Seen = Framework.Version;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await discard.RunAsync(Viewer, DraftId, Seen, cancel);
        TempData.Notify("Draft discarded");
        return RedirectToPage("Index");
    }
}
