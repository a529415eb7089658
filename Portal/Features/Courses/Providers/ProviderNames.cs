using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Audit;

namespace Portal.Features.Courses.Providers;

/// <summary>What providers of training are called in the audit.</summary>
public sealed class ProviderNames(PortalDb db) : INameRows
{
    public Task<List<RowName>> RunAsync(Viewer viewer, IReadOnlyList<Guid> ids, CancellationToken cancel)
    {
        var keys = ids.Select(id => new Id<Provider>(id)).ToList();
        return db.Providers.OfPartnership(viewer).Where(p => keys.Contains(p.Id))
            .Select(p => new RowName(p.Id.Value, p.Name)).ToListAsync(cancel);
    }
}
