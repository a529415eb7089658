using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Audit;

namespace Portal.Features.Meetings;

/// <summary>What boards and groups are called in the audit.</summary>
public sealed class BodyNames(PortalDb db) : INameRows
{
    public Task<List<RowName>> RunAsync(Viewer viewer, IReadOnlyList<Guid> ids, CancellationToken cancel)
    {
        var keys = ids.Select(id => new Id<Body>(id)).ToList();
        return db.Bodies.OfPartnership(viewer).Where(r => keys.Contains(r.Id))
            .Select(r => new RowName(r.Id.Value, r.Name)).ToListAsync(cancel);
    }
}
