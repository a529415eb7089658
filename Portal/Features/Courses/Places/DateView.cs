using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Courses.Places;

/// <summary>
/// A date as someone decides by it: what, when, where, at what price, and whether they can have a place or why not. Null when it is not
/// offered to them.
/// </summary>
public sealed class DateView(PortalDb db, Eligibility eligibility, UkClock clock)
{
    public sealed record Details
    {
        public required Id<CourseRun> Id { get; init; }
        public required Course Course { get; init; }
        public required string Provider { get; init; }

        /// <summary>To which people can write about the course.</summary>
        public required string Email { get; init; }

        /// <summary>The levels that it leads to, in the framework in force: "1", "2".</summary>
        public required IReadOnlyList<string> Levels { get; init; }
        public required CourseRun Run { get; init; }
        public required Venue? Venue { get; init; }
        public required string Where { get; init; }

        /// <summary>For the viewer’s agency; for whoever has none what everyone pays.</summary>
        public required Money Price { get; init; }

        /// <summary>For people of the viewer’s agency.</summary>
        public required int PlacesLeft { get; init; }
        public required int Waiting { get; init; }

        /// <summary>Whether the viewer would join the waiting list.</summary>
        public required bool IsFull { get; init; }

        /// <summary>Why the viewer cannot book, or wait; null when they can, or are nobody who books for themself.</summary>
        public required string? WhyNot { get; init; }

        /// <summary>Whether the viewer is someone who books for themself.</summary>
        public required bool IsForOneself { get; init; }

        /// <summary>The viewer’s own booking, while it is alive; null when there is none.</summary>
        public required (Id<Booking> Id, BookingState State)? Own { get; init; }
        public bool CanBook => IsForOneself && WhyNot is null && Own is null;
    }

    public async Task<Details?> RunAsync(Viewer viewer, Id<CourseRun> runId, CancellationToken cancel)
    {
        var run = await db.CourseRuns.AsNoTracking().OfPartnership(viewer).Include(r => r.Sessions).Include(r => r.Allocations)
            .AsSplitQuery().SingleOrDefaultAsync(r => r.Id == runId && r.State != RunState.Draft, cancel);
        if (run is null) return null;
        var course = await db.Courses.AsNoTracking().OfferedTo(viewer).Include(c => c.Levels).Include(c => c.Prices).AsSplitQuery()
            .SingleOrDefaultAsync(c => c.Id == run.CourseId, cancel);
        if (course is null) return null;
        var places = new RunPlaces(run, await db.Bookings.AsNoTracking().Where(b => b.RunId == runId).ToListAsync(cancel), clock.Now);
        var venue = run.VenueId is null ? null : await db.Venues.AsNoTracking().SingleAsync(v => v.Id == run.VenueId, cancel);
        var own = places.Bookings.LastOrDefault(b => b.StaffId == viewer.StaffId && (b.State.IsLive() || b.State.IsMark()));
        var provider = await db.Providers.AsNoTracking().SingleAsync(p => p.Id == course.ProviderId, cancel);
        return new()
        {
            Id = run.Id, Course = course, Run = run, Venue = venue, Where = SessionWords.Where(venue, course.Mode),
            Provider = provider.Name, Email = provider.Email,
            Levels = await LevelsAsync(viewer, course, run, cancel), Price = await PriceAsync(viewer, course, cancel),
            PlacesLeft = viewer.AgencyId is { } agency ? places.FreeFor(agency) : Math.Max(0, run.MaxPlaces - places.Taken),
            Waiting = places.Waiting, IsFull = viewer.AgencyId is { } at && places.WouldWait(at),
            IsForOneself = IsForOneself(viewer), Own = own is null ? null : (own.Id, own.State),
            WhyNot = run.WhyNotBookedAt(clock.Now) ?? (own is null ? await WhyNotAsync(viewer, run, cancel) : null),
        };
    }

    private static bool IsForOneself(Viewer viewer) =>
        viewer is { StaffId: not null, AgencyId: not null } && viewer.May(Permission.BookPlaces);

    private async Task<string?> WhyNotAsync(Viewer viewer, CourseRun run, CancellationToken cancel)
    {
        if (!IsForOneself(viewer)) return null;
        return (await eligibility.RunAsync(run, [new(viewer.StaffId!.Value, viewer.AgencyId!.Value)], cancel)).Values.FirstOrDefault();
    }

    private async Task<IReadOnlyList<string>> LevelsAsync(Viewer viewer, Course course, CourseRun run, CancellationToken cancel) =>
        await db.RuleInForceAsync(viewer.PartnershipId, run.FirstDay, cancel) is not { } framework ? []
            : [.. framework.Levels.Where(l => course.Levels.Any(c => c.Framework == framework.Code && c.LevelNumber == l.Number))
                .Select(l => l.Code)];

    private async Task<Money> PriceAsync(Viewer viewer, Course course, CancellationToken cancel) => viewer.AgencyId is not { } agency
        ? course.Price
        : course.PriceFor(await db.Agencies.Where(a => a.Id == agency).Select(a => a.Type).SingleAsync(cancel));
}
