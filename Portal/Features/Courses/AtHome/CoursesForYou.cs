using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Courses.Places;
using Portal.Features.Hubs;

namespace Portal.Features.Courses.AtHome;

/// <summary>
/// What the person has booked, and the dates that close the gap between what their job needs and what they hold: also a gap that opens
/// within <see cref="Eligibility.HeldForDays"/> days. Soonest first, at most <see cref="Most"/>.
/// </summary>
public sealed class CoursesForYou(PortalDb db, UkClock clock) : IHomePanel
{
    public const int Most = 5;

    /// <param name="PlacesLeft">For people of the viewer’s agency.</param>
    public sealed record Choice(
        Id<CourseRun> Id, string Course, string When, CourseMode Mode, string Where, int PlacesLeft);

    public sealed record Own(Id<Booking> Id, string Course, string When, BookingState State);

    /// <param name="Gap">The levels that the job needs and that are not held long enough: "1 and 2"; null when there is no gap.</param>
    public sealed record Shown(IReadOnlyList<Own> Bookings, string? Gap, IReadOnlyList<Choice> Choices);

    public int Order => 25;
    public IReadOnlyList<Role> Roles => [Role.Learner, Role.LineManager];

    public async Task<Panel?> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        if (viewer is not { StaffId: { } self, AgencyId: { } agency }) return null;
        var gap = await GapAsync(viewer, self, agency, cancel);
        return new("~/Features/Courses/AtHome/_CoursesForYou.cshtml", new Shown(await OwnAsync(viewer, cancel),
            gap is null or { Levels: [] } ? null : gap.Levels.Select(l => l.Code).Listed(),
            gap is null or { Levels: [] } ? [] : await ChoicesAsync(viewer, agency, gap, cancel)));
    }

    private sealed record Gap(string Framework, IReadOnlyList<Level> Levels, IReadOnlyList<int> HeldBefore);

    private async Task<Gap?> GapAsync(Viewer viewer, Id<StaffMember> self, Id<Agency> agency, CancellationToken cancel)
    {
        var (today, later) = (clock.Today, clock.Today.AddDays(Eligibility.HeldForDays));
        if (await db.RuleInForceAsync(viewer.PartnershipId, today, cancel) is not { } framework) return null;
        var need = await Need.Of(db, framework.Id, Need.Posts(db, viewer.PartnershipId, today, agency).Where(p => p.StaffId == self))
            .Select(n => n.Level).SingleOrDefaultAsync(cancel);
        var held = await db.TrainingRecords.Where(r => r.StaffId == self && r.State == RecordState.Verified)
            .Select(r => new Competence.Held(r.LevelNumber, r.AchievedOn, r.EndsOn)).ToListAsync(cancel);
        var before = held.ConvertAll(h => h.LevelNumber);
        if (framework.Levels.SingleOrDefault(l => l.Number == need) is not { } level) return new(framework.Code, [], before);
        var lower = Competence.Below(framework, level).Where(l => !before.Contains(l.Number));
        var own = Competence.Holds(framework, held, level.Number, today) && Competence.Holds(framework, held, level.Number, later)
            ? Enumerable.Empty<Level>() : [level];
        return new(framework.Code, [.. lower.Concat(own)], before);
    }

    private async Task<IReadOnlyList<Choice>> ChoicesAsync(Viewer viewer, Id<Agency> agency, Gap gap, CancellationToken cancel)
    {
        var (now, today, numbers) = (clock.Now, clock.Today, gap.Levels.Select(l => l.Number).ToList());
        var (framework, before) = (gap.Framework, gap.HeldBefore);
        var found = await (from run in db.CourseRuns.AsNoTracking().OfPartnership(viewer).Include(r => r.Sessions)
                               .Include(r => r.Allocations)
                           where run.State == RunState.Published && run.StartsAt > now && run.OpensAt <= now && run.ClosesAt > now
                               && !db.Bookings.Live().Any(b => b.RunId == run.Id && b.StaffId == viewer.StaffId)
                           join course in db.Courses.OfferedTo(viewer).OfferedOn(today) on run.CourseId equals course.Id
                           where course.Levels.Any(l => l.Framework == framework && numbers.Contains(l.LevelNumber)
                               && (!course.IsRefresher || before.Contains(l.LevelNumber)))
                           orderby run.StartsAt, run.Id
                           select new { Run = run, course.Title, course.Mode, Venue = db.Venues.FirstOrDefault(v => v.Id == run.VenueId) })
            .Take(Most).AsSplitQuery().ToListAsync(cancel);
        var ids = found.ConvertAll(f => f.Run.Id);
        var bookings = (await db.Bookings.Where(b => ids.Contains(b.RunId)).Select(b => new { b.RunId, b.AgencyId, b.State })
            .ToListAsync(cancel)).Where(b => b.State.HoldsPlace()).ToLookup(b => b.RunId, b => b.AgencyId);
        return [.. found.Select(f => new Choice(f.Run.Id, f.Title, f.Run.Sessions[0].Hours.Words(), f.Mode,
            f.Venue?.Name ?? SessionWords.Where(null, f.Mode),
            FreePlaces.For(f.Run, agency, a => bookings[f.Run.Id].Count(t => t == a), bookings[f.Run.Id].Count(), today)))];
    }

    /// <summary>What is booked, offered or waited for and not over.</summary>
    private async Task<IReadOnlyList<Own>> OwnAsync(Viewer viewer, CancellationToken cancel)
    {
        var now = clock.Now;
        var found = await (from booking in db.Bookings.AsNoTracking().OwnOf(viewer).Live()
                           join run in db.CourseRuns on booking.RunId equals run.Id
                           where run.EndsAt > now
                           join course in db.Courses on run.CourseId equals course.Id
                           orderby run.StartsAt, booking.Id
                           select new { booking.Id, course.Title, run.StartsAt, booking.State }).ToListAsync(cancel);
        return [.. found.Select(b => new Own(b.Id, b.Title, Words.Instant(b.StartsAt), b.State))];
    }
}
