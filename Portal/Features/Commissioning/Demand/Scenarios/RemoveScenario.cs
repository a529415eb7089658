using Portal.Data;

namespace Portal.Features.Commissioning.Demand.Scenarios;

/// <summary>Removes a scenario that nobody needs any more. Nothing else stands on it.</summary>
public sealed class RemoveScenario(PortalDb db)
{
    public async Task RunAsync(Viewer viewer, Id<DemandScenario> id, CancellationToken cancel)
    {
        viewer.Require(Permission.DecideRequests);
        var scenario = await db.DemandScenarios.OfPartnership(viewer).Where(s => s.Id == id)
            .OneOrRefuseAsync("This scenario is no longer there", null, cancel);
        db.Remove(scenario);
        await db.SaveAsync(viewer, $"Removed the scenario {scenario.Name}", cancel);
    }
}
