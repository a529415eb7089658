using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Audit;

namespace Portal.Features.Agencies;

/// <summary>What agencies are called in the audit.</summary>
public sealed class AgencyNames(PortalDb db) : INameRows
{
    public Task<List<RowName>> RunAsync(Viewer viewer, IReadOnlyList<Guid> ids, CancellationToken cancel)
    {
        var keys = ids.Select(id => new Id<Agency>(id)).ToList();
        return db.Agencies.OfPartnership(viewer).Where(r => keys.Contains(r.Id))
            .Select(r => new RowName(r.Id.Value, r.Name)).ToListAsync(cancel);
    }
}
