using Portal.Data;

namespace Portal.Tests.Support.Commissioning;

/// <summary>What is kept about training to come: a scenario, and a school term long after any that a borough has.</summary>
internal static class MadeUpDemand
{
    public static async Task<(Guid Scenario, Guid Term)> WriteAsync(PortalDb db, Id<Partnership> partnership)
    {
        var scenario = new DemandScenario { PartnershipId = partnership };
        scenario.Change("If twice as many start", new() { Starters = 200 });
        var term = new SchoolTerm { PartnershipId = partnership };
        term.Change("A term to come", new(2040, 9, 3), new(2040, 10, 19), []);
        db.AddRange(scenario, term);
        await db.SaveAsync(Viewer.System(partnership), "Prepared a test", CancellationToken.None);
        return (scenario.Id.Value, term.Id.Value);
    }
}
