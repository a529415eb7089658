using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Audit;

namespace Portal.Features.Courses.Runs;

/// <summary>What dates are called in the audit: the code of the course and the first day.</summary>
public sealed class RunNames(PortalDb db) : INameRows
{
    public async Task<List<RowName>> RunAsync(Viewer viewer, IReadOnlyList<Guid> ids, CancellationToken cancel)
    {
        var keys = ids.Select(id => new Id<CourseRun>(id)).ToList();
        return [.. (await db.CourseRuns.OfPartnership(viewer).Where(r => keys.Contains(r.Id))
            .Join(db.Courses, r => r.CourseId, c => c.Id, (r, c) => new { r.Id, c.Code, r.StartsAt }).ToListAsync(cancel))
            .Select(r => new RowName(r.Id.Value, $"{r.Code} on {Words.Day(UkClock.DayOf(r.StartsAt))}"))];
    }
}
