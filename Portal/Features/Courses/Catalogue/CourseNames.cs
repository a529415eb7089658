using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Audit;

namespace Portal.Features.Courses.Catalogue;

/// <summary>What courses are called in the audit.</summary>
public sealed class CourseNames(PortalDb db) : INameRows
{
    public Task<List<RowName>> RunAsync(Viewer viewer, IReadOnlyList<Guid> ids, CancellationToken cancel)
    {
        var keys = ids.Select(id => new Id<Course>(id)).ToList();
        return db.Courses.OfPartnership(viewer).Where(c => keys.Contains(c.Id))
            .Select(c => new RowName(c.Id.Value, c.Code + ", " + c.Title)).ToListAsync(cancel);
    }
}
