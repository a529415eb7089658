using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Courses.Organising;

/// <summary>One date, as whoever runs it sees it.</summary>
public sealed class RunView(PortalDb db, RunFigures figures, CourseHistory history, UkClock clock)
{
    public sealed record Kept(Id<Agency> AgencyId, string Agency, int Places);
    public sealed record Trainer(Id<User> Id, string Name);

    public sealed record Details(
        Id<CourseRun> Id, Id<Course> CourseId, string Code, string Title, RunState State, IReadOnlyList<CourseRun.Hours> Sessions,
        CourseRun.Terms Terms, int Version)
    {
        public required DateTime StartsAt { get; init; }
        public required DateTime EndsAt { get; init; }
        public required DateTime LateFrom { get; init; }
        public required DateTime Now { get; init; }
        public string? Venue { get; init; }
        public string? CancelledBecause { get; init; }
        public IReadOnlyList<Kept> Kept { get; init; } = [];
        public IReadOnlyList<Trainer> Trainers { get; init; } = [];
        public required RunFigures.Figures Figures { get; init; }
        public required RunRisk Risk { get; init; }
        public DateOnly Day => UkClock.DayOf(StartsAt);
        public bool HasBegun => StartsAt <= Now;
        public bool IsOver => EndsAt <= Now;
    }

    /// <summary>Null when it is not within reach.</summary>
    public async Task<Details?> RunAsync(Viewer viewer, Id<CourseRun> runId, CancellationToken cancel)
    {
        var run = await db.CourseRuns.VisibleTo(viewer, db).AsNoTracking().AsSplitQuery().Include(r => r.Sessions)
            .Include(r => r.Allocations).Include(r => r.Trainers).SingleOrDefaultAsync(r => r.Id == runId, cancel);
        if (run is null) return null;
        var course = await db.Courses.OfPartnership(viewer).Where(c => c.Id == run.CourseId).Select(c => new { c.Code, c.Title })
            .SingleAsync(cancel);
        var venue = await db.Venues.OfPartnership(viewer).AsNoTracking().SingleOrDefaultAsync(v => v.Id == run.VenueId, cancel);
        var (agencies, users) = (run.Allocations.Select(a => a.AgencyId).ToList(), run.Trainers.Select(t => t.UserId).ToList());
        var names = await db.Agencies.OfPartnership(viewer).Where(a => agencies.Contains(a.Id))
            .Select(a => new { a.Id, a.Name }).ToDictionaryAsync(a => a.Id, a => a.Name, cancel);
        var trainers = await db.Users.Where(u => users.Contains(u.Id)).OrderBy(u => u.Name).ThenBy(u => u.Id)
            .Select(u => new Trainer(u.Id, u.Name)).ToListAsync(cancel);
        var stand = (await figures.RunAsync(viewer, [runId], cancel)).GetValueOrDefault(runId, RunFigures.Figures.None);
        var past = (await history.RunAsync(viewer, [run.CourseId], cancel)).GetValueOrDefault(run.CourseId);
        return new(run.Id, run.CourseId, course.Code, course.Title, run.State, [.. run.Sessions.Select(s => s.Hours)], run.ToTerms(),
            run.Version)
        {
            StartsAt = run.StartsAt, EndsAt = run.EndsAt, LateFrom = run.LateFrom, Now = clock.Now, Venue = venue?.Words,
            CancelledBecause = run.CancelledBecause, Trainers = trainers, Figures = stand,
            Risk = new(run.MinPlaces, stand.Booked, past),
            Kept = [.. run.Allocations.Select(a => new Kept(a.AgencyId, names[a.AgencyId], a.Places))
                .OrderBy(k => k.Agency, StringComparer.Ordinal)],
        };
    }
}
