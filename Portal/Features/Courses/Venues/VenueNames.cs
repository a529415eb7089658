using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Audit;

namespace Portal.Features.Courses.Venues;

/// <summary>What venues are called in the audit.</summary>
public sealed class VenueNames(PortalDb db) : INameRows
{
    public Task<List<RowName>> RunAsync(Viewer viewer, IReadOnlyList<Guid> ids, CancellationToken cancel)
    {
        var keys = ids.Select(id => new Id<Venue>(id)).ToList();
        return db.Venues.OfPartnership(viewer).Where(v => keys.Contains(v.Id))
            .Select(v => new RowName(v.Id.Value, v.Name)).ToListAsync(cancel);
    }
}
