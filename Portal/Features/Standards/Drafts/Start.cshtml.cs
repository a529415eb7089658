using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Security;

namespace Portal.Features.Standards.Drafts;

[Allow(Permission.EditStandards)]
public sealed class StartModel(StartDraft start, Viewer viewer) : PageModel
{
    [FromRoute] public string StandardCode { get; set; } = "";

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await start.RunAsync(viewer, StandardCode, cancel);
        return RedirectToPage("Draft", new { StandardCode });
    }
}
