using Portal.Features.Commissioning.Demand.Scenarios;
using Portal.Security;

namespace Portal.Features.Commissioning.Demand;

[Allow(Permission.ReadGaps)]
public sealed class DatesModel(TrainingDemand demand, ScenarioList scenarios, SuggestedDates dates, Viewer viewer)
    : DemandPageModel(demand, scenarios, viewer)
{
    public SuggestedDates.Found Found { get; private set; } = null!;

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await base.LoadAsync(cancel) || Figures is null) return false;
        Found = await dates.RunAsync(Viewer, Figures, Shown.Number, Part, Assumed, cancel);
        return true;
    }
}
