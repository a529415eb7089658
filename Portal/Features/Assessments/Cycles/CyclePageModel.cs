using Microsoft.AspNetCore.Mvc;
using Portal.Web;

namespace Portal.Features.Assessments.Cycles;

/// <summary>A page about one cycle: finds it, or answers 404, before any handler runs.</summary>
public abstract class CyclePageModel(CycleView view, Viewer viewer) : LoadedPageModel
{
    [FromRoute] public Id<Cycle> CycleId { get; set; }
    public CycleView.Details Details { get; private set; } = null!;
    protected Viewer Viewer => viewer;

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await view.RunAsync(viewer, CycleId, cancel) is not { } details) return false;
        Details = details;
        return true;
    }
}
