using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Courses.Catalogue;

/// <summary>
/// The published dates of courses that have not begun, the next first, as the viewer’s agency finds them. As many queries for one course
/// as for a page of them.
/// </summary>
public sealed class DatesToCome(PortalDb db, UkClock clock)
{
    /// <param name="Where">The name of the place, never an address; null when it is still to be decided.</param>
    /// <param name="PlacesLeft">For people of the viewer’s agency.</param>
    /// <param name="WhyNot">Why it cannot be booked now, in a sentence; null when it can.</param>
    public sealed record Row(
        Id<CourseRun> Id, Id<Course> CourseId, IReadOnlyList<CourseRun.Hours> Sessions, string? Where, bool IsConfidential, int PlacesLeft,
        string? WhyNot)
    {
        public DateOnly Day => Sessions[0].Day;
        public string Places => WhyNot ?? (PlacesLeft > 0 ? $"{Words.Count(PlacesLeft, "place")} left" : "Full, with a waiting list");
    }

    public async Task<ILookup<Id<Course>, Row>> RunAsync(Viewer viewer, IReadOnlyList<Id<Course>> courseIds, CancellationToken cancel)
    {
        var now = clock.Now;
        return (await OfAsync(viewer, db.CourseRuns.OfPartnership(viewer)
            .Where(r => courseIds.Contains(r.CourseId) && r.State == RunState.Published && r.StartsAt > now)
            .OrderBy(r => r.StartsAt).ThenBy(r => r.Id), cancel)).ToLookup(r => r.CourseId);
    }

    /// <param name="dates">Published ones, in an order that ends in a unique key.</param>
    public async Task<IReadOnlyList<Row>> OfAsync(Viewer viewer, IQueryable<CourseRun> dates, CancellationToken cancel)
    {
        var now = clock.Now;
        var runs = await dates.AsNoTracking().AsSplitQuery().Include(r => r.Sessions).Include(r => r.Allocations)
            .ToListAsync(cancel);
        var ids = runs.Select(r => r.Id).ToList();
        var taken = (await db.Bookings.HoldingPlaces().Where(b => ids.Contains(b.RunId)).GroupBy(b => new { b.RunId, b.AgencyId })
            .Select(g => new { g.Key.RunId, g.Key.AgencyId, Places = g.Count() }).ToListAsync(cancel)).ToLookup(t => t.RunId);
        var places = runs.Select(r => r.VenueId).Distinct().ToList();
        var venues = await db.Venues.AsNoTracking().OfPartnership(viewer).Where(v => places.Contains(v.Id))
            .ToDictionaryAsync(v => v.Id, cancel);
        return [.. runs.Select(run =>
        {
            var venue = run.VenueId is { } id ? venues[id] : null;
            var left = FreePlaces.For(run, viewer.AgencyId,
                agency => taken[run.Id].Where(t => t.AgencyId == agency).Sum(t => t.Places), taken[run.Id].Sum(t => t.Places), clock.Today);
            return new Row(run.Id, run.CourseId, [.. run.Sessions.Select(s => s.Hours)], venue?.Name, venue?.IsConfidential ?? false, left,
                run.WhyNotBookedAt(now));
        })];
    }
}
