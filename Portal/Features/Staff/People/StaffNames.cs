using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Audit;

namespace Portal.Features.Staff.People;

/// <summary>What members of staff are called in the audit.</summary>
public sealed class StaffNames(PortalDb db) : INameRows
{
    public Task<List<RowName>> RunAsync(Viewer viewer, IReadOnlyList<Guid> ids, CancellationToken cancel)
    {
        var keys = ids.Select(id => new Id<StaffMember>(id)).ToList();
        return db.Staff.OfPartnership(viewer).Where(r => keys.Contains(r.Id))
            .Select(r => new RowName(r.Id.Value, r.Name)).ToListAsync(cancel);
    }
}
