using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Courses.Colleagues;

/// <summary>
/// A date as someone sees it who books for others, with what is free for an agency. Null when it is not offered to them, or they book for
/// nobody else.
/// </summary>
public sealed class DateForColleagues(PortalDb db, UkClock clock)
{
    public sealed record Choice(Id<Agency> Id, string Name);

    public sealed record Details
    {
        public required CourseRun Run { get; init; }
        public required string Course { get; init; }
        public required string? Venue { get; init; }

        /// <summary>Whose people are booked; null while somebody who books for every agency has not chosen one.</summary>
        public required Id<Agency>? Agency { get; init; }

        /// <summary>The agencies to choose from; empty for a viewer who has one.</summary>
        public required IReadOnlyList<Choice> Agencies { get; init; }
        public required int Free { get; init; }
        public required int Waiting { get; init; }

        /// <summary>What a place costs the agency.</summary>
        public required Money Price { get; init; }

        /// <summary>Why nobody can be booked; null when people can.</summary>
        public required string? WhyNot { get; init; }
        public string When => $"{Words.Day(Run.FirstDay)}, {Words.Time(Run.Sessions[0].Starts)} to {Words.Time(Run.Sessions[0].Ends)}"
            + (Run.Sessions.Count > 1 ? $", the first of {Run.Sessions.Count} sessions" : "");
    }

    /// <param name="chosen">The agency that somebody chose who books for all; nobody else chooses.</param>
    public async Task<Details?> RunAsync(Viewer viewer, Id<CourseRun> runId, Id<Agency>? chosen, CancellationToken cancel)
    {
        if (!viewer.BooksForOthers()) return null;
        var run = await db.CourseRuns.AsNoTracking().OfPartnership(viewer).Include(r => r.Sessions).Include(r => r.Allocations)
            .AsSplitQuery().SingleOrDefaultAsync(r => r.Id == runId && r.State != RunState.Draft, cancel);
        if (run is null) return null;
        var course = await db.Courses.AsNoTracking().OfferedTo(viewer).Include(c => c.Prices)
            .SingleOrDefaultAsync(c => c.Id == run.CourseId, cancel);
        if (course is null) return null;
        var agencies = await AgenciesAsync(viewer, cancel);
        var agency = viewer.Reach(Permission.BookPlaces) != Reach.Partnership ? viewer.AgencyId
            : agencies.FirstOrDefault(a => a.Id == chosen)?.Id;
        var type = await db.Agencies.OfPartnership(viewer).Where(a => a.Id == agency).Select(a => (AgencyType?)a.Type)
            .SingleOrDefaultAsync(cancel);
        var places = new RunPlaces(run, await db.Bookings.AsNoTracking().Where(b => b.RunId == runId).ToListAsync(cancel), clock.Now);
        return new()
        {
            Run = run, Course = course.Title, Agency = agency, Agencies = agencies, Waiting = places.Waiting,
            Venue = await db.Venues.Where(v => v.Id == run.VenueId).Select(v => v.Name).SingleOrDefaultAsync(cancel),
            Free = agency is { } at ? places.FreeFor(at) : 0, WhyNot = run.WhyNotBookedAt(clock.Now),
            Price = type is { } kind ? course.PriceFor(kind) : course.Price,
        };
    }

    private async Task<IReadOnlyList<Choice>> AgenciesAsync(Viewer viewer, CancellationToken cancel) =>
        viewer.Reach(Permission.BookPlaces) != Reach.Partnership ? []
            : await db.Agencies.OfPartnership(viewer).OpenOn(clock.Today).OrderBy(a => NameSearch.Folded(a.Name)).ThenBy(a => a.Id)
                .Select(a => new Choice(a.Id, a.Name)).ToListAsync(cancel);
}
