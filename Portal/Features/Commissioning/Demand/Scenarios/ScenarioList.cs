using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Commissioning.Demand.Scenarios;

/// <summary>The scenarios that a partnership has saved, by name: for everyone who reads the demand.</summary>
public sealed class ScenarioList(PortalDb db)
{
    public async Task<IReadOnlyList<DemandScenario>> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        viewer.Require(Permission.ReadGaps);
        return await db.DemandScenarios.AsNoTracking().OfPartnership(viewer).OrderBy(s => s.Name).ThenBy(s => s.Id).ToListAsync(cancel);
    }

    /// <summary>Null when it is not there, or was removed.</summary>
    public async Task<DemandScenario?> OneAsync(Viewer viewer, Id<DemandScenario> id, CancellationToken cancel)
    {
        viewer.Require(Permission.ReadGaps);
        return await db.DemandScenarios.AsNoTracking().OfPartnership(viewer).SingleOrDefaultAsync(s => s.Id == id, cancel);
    }
}
