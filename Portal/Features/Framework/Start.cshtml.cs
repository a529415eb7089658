using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Security;

namespace Portal.Features.Framework;

[Allow(Permission.EditFramework)]
public sealed class StartModel(StartDraft start, Viewer viewer) : PageModel
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        RedirectToPage("Draft", new { frameworkId = await start.RunAsync(viewer, cancel) });
}
