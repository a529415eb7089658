using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Audit;

namespace Portal.Features.Admin.People;

/// <summary>What people who sign in are called in the audit.</summary>
public sealed class UserNames(PortalDb db) : INameRows
{
    public Task<List<RowName>> RunAsync(Viewer viewer, IReadOnlyList<Guid> ids, CancellationToken cancel)
    {
        var keys = ids.Select(id => new Id<User>(id)).ToList();
        return db.Users.Where(r => keys.Contains(r.Id))
            .Select(r => new RowName(r.Id.Value, r.Name)).ToListAsync(cancel);
    }
}
