using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Audit;

namespace Portal.Features.Agencies.Phases;

/// <summary>What phases are called in the audit.</summary>
public sealed class PhaseNames(PortalDb db) : INameRows
{
    public Task<List<RowName>> RunAsync(Viewer viewer, IReadOnlyList<Guid> ids, CancellationToken cancel)
    {
        var keys = ids.Select(id => new Id<Phase>(id)).ToList();
        return db.Phases.OfPartnership(viewer).Where(r => keys.Contains(r.Id))
            .Select(r => new RowName(r.Id.Value, "Phase " + r.Number)).ToListAsync(cancel);
    }
}
