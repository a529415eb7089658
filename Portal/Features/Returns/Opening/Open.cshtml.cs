using Microsoft.AspNetCore.Mvc;
using Portal.Features.Cycles;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Returns.Opening;

[Allow(Permission.ManageCycles)]
public sealed class OpenModel(CycleView view, OpenCycle open, Viewer viewer) : LoadedPageModel<CycleView.Details>
{
    [FromRoute] public Id<Cycle> CycleId { get; set; }
    public CycleView.Details Details => Loaded;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await open.RunAsync(viewer, CycleId, cancel);
        TempData.Notify("Cycle opened. The agencies have been asked");
        return RedirectToPage("/Cycles/Cycle", new { CycleId });
    }

    protected override Task<CycleView.Details?> FindAsync(CancellationToken cancel) => view.RunAsync(viewer, CycleId, cancel);
}
