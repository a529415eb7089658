using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Audit;

namespace Portal.Features.Framework;

/// <summary>What versions of the framework are called in the audit.</summary>
public sealed class FrameworkNames(PortalDb db) : INameRows
{
    public Task<List<RowName>> RunAsync(Viewer viewer, IReadOnlyList<Guid> ids, CancellationToken cancel)
    {
        var keys = ids.Select(id => new Id<Domain.Framework>(id)).ToList();
        return db.Frameworks.OfPartnership(viewer).Where(r => keys.Contains(r.Id))
            .Select(r => new RowName(r.Id.Value, r.Code + ", version " + r.Number)).ToListAsync(cancel);
    }
}
