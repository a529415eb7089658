using Microsoft.EntityFrameworkCore;
using Portal.Components.GovUk;
using Portal.Data;

namespace Portal.Features.Commissioning.Ordering;

/// <summary>
/// Dates that can be put under an order: of courses of its provider, not cancelled, under no order, and begun no longer than a year ago.
/// </summary>
public sealed class DatesToOrder(PortalDb db, UkClock clock)
{
    public IQueryable<CourseRun> Of(Viewer viewer, Id<Provider> provider)
    {
        var since = UkClock.StartOf(clock.Today.AddYears(-1));
        return db.CourseRuns.OfPartnership(viewer).Where(r => r.State != RunState.Cancelled && r.StartsAt >= since
            && db.Courses.Any(c => c.Id == r.CourseId && c.ProviderId == provider)
            && !db.TrainingOrders.Any(o => o.Runs.Any(x => x.RunId == r.Id)));
    }

    public async Task<IReadOnlyList<Choice>> RunAsync(Viewer viewer, Id<Provider> provider, CancellationToken cancel) =>
        [.. (await (from run in Of(viewer, provider)
                    join course in db.Courses on run.CourseId equals course.Id
                    orderby run.StartsAt, run.Id
                    select new { run.Id, run.StartsAt, run.MaxPlaces, course.Code, course.Title }).ToListAsync(cancel))
            .Select(r => new Choice($"{r.Id}",
                $"{r.Code}, {r.Title}, {Words.Day(UkClock.DayOf(r.StartsAt))}, {Words.Count(r.MaxPlaces, "place")}"))];
}
