using Microsoft.AspNetCore.Mvc;
using Portal.Web;

namespace Portal.Features.Commissioning.Planning;

/// <summary>A page about one plan.</summary>
public abstract class PlanPageModel(PlanView view, Viewer viewer) : LoadedPageModel<PlanView.Details>
{
    [FromRoute] public Id<TrainingPlan> PlanId { get; set; }
    public PlanView.Details Details => Loaded;
    protected Viewer Viewer => viewer;

    protected override Task<PlanView.Details?> FindAsync(CancellationToken cancel) => view.RunAsync(viewer, PlanId, cancel);
}
