using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Audit;

namespace Portal.Features.Framework;

/// <summary>What job roles are called in the audit.</summary>
public sealed class JobRoleNames(PortalDb db) : INameRows
{
    public Task<List<RowName>> RunAsync(Viewer viewer, IReadOnlyList<Guid> ids, CancellationToken cancel)
    {
        var keys = ids.Select(id => new Id<JobRole>(id)).ToList();
        return db.JobRoles.OfPartnership(viewer).Where(r => keys.Contains(r.Id))
            .Select(r => new RowName(r.Id.Value, r.Title)).ToListAsync(cancel);
    }
}
