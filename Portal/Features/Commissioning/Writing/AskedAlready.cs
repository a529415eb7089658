using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Commissioning.Writing;

/// <summary>What there is of a level already, looked at before a request is written: courses to book, and requests to join.</summary>
public sealed class AskedAlready(PortalDb db, RequestList requests, UkClock clock)
{
    public sealed record CourseLine(Id<Course> Id, string Code, string Title, int Dates);

    /// <param name="Courses">On offer, with the dates to come that can be booked.</param>
    /// <param name="Requests">Of other agencies, the newest first.</param>
    public sealed record Found(IReadOnlyList<CourseLine> Courses, IReadOnlyList<RequestList.Row> Requests);

    public async Task<Found> RunAsync(Viewer viewer, int level, CancellationToken cancel)
    {
        var (today, now) = (clock.Today, clock.Now);
        var framework = (await db.RuleInForceAsync(viewer.PartnershipId, today, cancel))?.Code;
        var courses = await db.Courses.OfferedTo(viewer).OfferedOn(today)
            .Where(c => c.Levels.Any(l => l.Framework == framework && l.LevelNumber == level)).OrderBy(c => c.Code).ThenBy(c => c.Id)
            .Select(c => new CourseLine(c.Id, c.Code, c.Title,
                db.CourseRuns.Count(r => r.CourseId == c.Id && r.State == RunState.Published && r.ClosesAt > now))).ToListAsync(cancel);
        var asked = await requests.RunAsync(viewer, new(null, null, level, 1), cancel);
        return new(courses,
            [.. asked.Rows.Where(r => r.State is RequestState.Draft or RequestState.Submitted or RequestState.ChangesRequested)]);
    }
}
