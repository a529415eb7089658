using Portal.Features.Commissioning.Demand.Scenarios;
using Portal.Security;

namespace Portal.Features.Commissioning.Demand;

[Allow(Permission.ReadGaps)]
public sealed class IndexModel(TrainingDemand demand, ScenarioList scenarios, BackTestOfDemand backTest, Viewer viewer)
    : DemandPageModel(demand, scenarios, viewer)
{
    /// <summary>How good the forecast would have been; null while there is none.</summary>
    public DemandBackTest? BackTest { get; private set; }
    public bool MayOpenPlans => Viewer.May(Permission.ReadFunding);
    public bool MayOpenRequests => Viewer.May(Permission.ReadRequests);

    /// <summary>Month by month the plain forecast, and that of the scenario; null where one of them looks less far.</summary>
    public IReadOnlyList<(DemandForecast.Line? Plain, DemandForecast.Line? Beside)> Months
    {
        get
        {
            var plain = LinesOf(Shown, DemandAssumptions.Usual);
            var beside = Open is null ? [] : LinesOf(Shown, Assumed);
            return [.. Enumerable.Range(0, Math.Max(plain.Count, beside.Count))
                .Select(i => (plain.ElementAtOrDefault(i), beside.ElementAtOrDefault(i)))];
        }
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        await base.LoadAsync(cancel);
        BackTest = (await backTest.RunAsync(Viewer, cancel))?.Test;
        return true;
    }
}
