using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Cycles;

[Allow(Permission.ManageCycles)]
public sealed class OpenModel(CycleView view, OpenCycle open, Viewer viewer) : CyclePageModel(view, viewer)
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await open.RunAsync(Viewer, CycleId, cancel);
        TempData.Notify("Cycle opened. The agencies have been asked");
        return RedirectToPage("Cycle", new { CycleId });
    }
}
