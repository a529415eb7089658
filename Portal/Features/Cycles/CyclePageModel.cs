using Microsoft.AspNetCore.Mvc;
using Portal.Web;

namespace Portal.Features.Cycles;

/// <summary>A page about one cycle: finds it, or answers 404, before any handler runs.</summary>
public abstract class CyclePageModel(CycleView view, Viewer viewer) : LoadedPageModel<CycleView.Details>
{
    [FromRoute] public Id<Cycle> CycleId { get; set; }
    public CycleView.Details Details => Loaded;
    protected Viewer Viewer => viewer;

    protected override Task<CycleView.Details?> FindAsync(CancellationToken cancel) => view.RunAsync(viewer, CycleId, cancel);
}
