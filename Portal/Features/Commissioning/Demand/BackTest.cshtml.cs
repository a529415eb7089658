using Portal.Features.Commissioning.Demand.Scenarios;
using Portal.Security;

namespace Portal.Features.Commissioning.Demand;

[Allow(Permission.ReadGaps)]
public sealed class BackTestModel(TrainingDemand demand, ScenarioList scenarios, BackTestOfDemand backTest, Viewer viewer)
    : DemandPageModel(demand, scenarios, viewer)
{
    public DemandBackTest Test { get; private set; } = new([]);

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await base.LoadAsync(cancel) || await backTest.RunAsync(Viewer, cancel) is not { } test) return false;
        Test = test;
        return true;
    }
}
