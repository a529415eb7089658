using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Audit;

namespace Portal.Features.Commissioning.Demand.Scenarios;

/// <summary>What scenarios are called in the audit.</summary>
public sealed class ScenarioNames(PortalDb db) : INameRows
{
    public Task<List<RowName>> RunAsync(Viewer viewer, IReadOnlyList<Guid> ids, CancellationToken cancel)
    {
        var keys = ids.Select(id => new Id<DemandScenario>(id)).ToList();
        return db.DemandScenarios.OfPartnership(viewer).Where(s => keys.Contains(s.Id))
            .Select(s => new RowName(s.Id.Value, s.Name)).ToListAsync(cancel);
    }
}
