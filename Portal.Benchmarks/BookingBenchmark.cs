using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Courses.Places;

namespace Portal.Benchmarks;

/// <summary>
/// 200 people book for themselves through the portal's act, 16 at a time: all for the 18 places of one date, so that each waits for the
/// one before; and for as many places of 40 dates. Afterwards every place is counted. After each round the floor writes the same rows
/// bare, by as many hands.
/// </summary>
internal static class BookingBenchmark
{
    private const int People = 200, Places = 18, Hands = 16, Dates = 40;

    private static readonly (string Name, int Dates, int Places)[] Kinds =
    [
        ($"{People} ask for {Places} places of one date", 1, Places), ($"{People} ask for places of {Dates} dates", Dates, People / Dates),
    ];

    private static CancellationToken None => CancellationToken.None;

    public static async Task RunAsync(Options options)
    {
        await using var boroughs = await MadeUp.ProfileAsync(options);
        ThreadPool.SetMinThreads(Hands + 2, Hands + 2);
        var table = new Table(
            "bookings", "rounds", "bookings/s", "median ms", "p95 ms", "floor/s", "floor median ms", "floor p95 ms", "share of floor");
        foreach (var (name, dates, places) in Kinds)
        {
            var (portal, floor) = (new Round(), new Round());
            // The first round compiles code and fills pools.
            for (var round = -1; round < options.Runs; round++)
            {
                var (people, runs) = await SetAsync(boroughs, dates, places);
                var asked = await Round.OfAsync([.. people.Index()], each => boroughs.ActAsync(acts =>
                    acts.GetRequiredService<BookOwnPlace>().RunAsync(each.Item, runs[each.Index % dates], null, None)));
                await RefuseUnlessRightAsync(boroughs, runs, places);
                var rows = await BookingFloor.TakeAsync(boroughs, runs);
                var bare = await Round.OfAsync(rows, one => one.WriteAsync(boroughs));
                await ForgetAsync(boroughs, runs);
                if (round < 0) continue;
                portal.Add(asked);
                floor.Add(bare);
            }
            table.Add(name, options.Runs, portal.PerSecond, portal.Of.Median * 1000, portal.Of.P95 * 1000, floor.PerSecond,
                floor.Of.Median * 1000, floor.Of.P95 * 1000, portal.PerSecond / floor.PerSecond);
        }
        table.Print($"Bookings, {Hands} at a time, {options.Profile}, {options.Provider}");
    }

    /// <summary>How long several rounds took in all, and each act in them.</summary>
    private sealed class Round
    {
        private readonly List<double> each = [];
        private double took;

        public double PerSecond => each.Count / took;
        public Sample Of => new(each);

        public static async Task<Round> OfAsync<T>(IReadOnlyList<T> all, Func<T, Task> act)
        {
            var (round, times, watch) = (new Round(), new Times(), Stopwatch.StartNew());
            await Parallel.ForEachAsync(
                all, new ParallelOptions { MaxDegreeOfParallelism = Hands }, async (one, _) => await times.AddAsync("", () => act(one)));
            round.took = watch.Elapsed.TotalSeconds;
            round.each.AddRange(times.Of("").Seconds);
            return round;
        }

        public void Add(Round other)
        {
            each.AddRange(other.each);
            took += other.took;
        }
    }

    /// <summary>People of many agencies, and dates of a course of their own that everyone may book.</summary>
    private static async Task<(IReadOnlyList<Viewer> People, IReadOnlyList<Id<CourseRun>> Runs)> SetAsync(
        MadeUp boroughs, int dates, int places)
    {
        (IReadOnlyList<Viewer>, IReadOnlyList<Id<CourseRun>>) scene = default;
        await boroughs.ActAsync(async acts =>
        {
            var (db, clock) = (acts.GetRequiredService<PortalDb>(), acts.GetRequiredService<UkClock>());
            var partnership = await db.Partnerships.OrderBy(p => p.Id).FirstAsync();
            var (system, now) = (Viewer.System(partnership.Id), clock.Now);
            var people = await db.Posts.CurrentOn(clock.Today).Where(p => p.PartnershipId == partnership.Id)
                .Where(p => db.Staff.Any(s => s.Id == p.StaffId && s.Email != null))
                .Where(p => !db.Posts.Any(x => x.StaffId == p.StaffId && x.Id != p.Id))
                .OrderBy(p => p.StaffId).Select(p => new { p.StaffId, p.AgencyId }).Take(People).ToListAsync();
            var provider = new Provider
            {
                PartnershipId = partnership.Id, Name = $"Measured {Id<Provider>.New()}", Email = "office@measured.example",
            };
            var course = new Course
            {
                PartnershipId = partnership.Id, Code = $"B{await db.Courses.CountAsync()}", ProviderId = provider.Id,
            };
            course.Change(new("Measured", "What people learn.", null, CourseMode.Room, 6, false, CourseAudience.Everyone, null, ["DV"],
                null, null, Money.OfPounds(50), null, null), clock.Today);
            course.Cover(partnership.FrameworkCode, [1], []);
            var runs = Enumerable.Range(0, dates).Select(n => Date(course, clock.Today.AddDays(30 + n), places, system, now)).ToList();
            db.AddRange([provider, course, .. runs]);
            await db.SaveAsync(system, "Offered dates to be booked", None);
            scene = ([.. people.Select(p => new Viewer(null, "Learner", partnership.Id, Role.Learner, AgencyId: p.AgencyId,
                StaffId: p.StaffId))], [.. runs.Select(r => r.Id)]);
        });
        return scene;
    }

    private static CourseRun Date(Course course, DateOnly day, int places, Viewer system, DateTime now)
    {
        var run = new CourseRun { PartnershipId = course.PartnershipId, CourseId = course.Id };
        run.Plan(system, new(null, 1, places, now.AddDays(-1), UkClock.At(day.AddDays(-1), new(17, 0)), 5, Money.OfPounds(25),
            Money.OfPounds(75), false, null, null), [new(day, new(19, 0), new(21, 0))], null, 0, now);
        run.Publish(system, now);
        return run;
    }

    private static Task RefuseUnlessRightAsync(MadeUp boroughs, IReadOnlyCollection<Id<CourseRun>> runs, int places) =>
        boroughs.ActAsync(async acts =>
        {
            var bookings = await acts.GetRequiredService<PortalDb>().Bookings.Where(b => runs.Contains(b.RunId)).ToListAsync();
            if (bookings.Count != People || bookings.GroupBy(b => b.RunId).Any(r => r.OrderBy(b => b.Number).Index().Any(b =>
                b.Item.Number != b.Index + 1 || b.Item.State != (b.Index < places ? BookingState.Booked : BookingState.Waiting))))
                throw new InvalidOperationException("Something was lost, doubled or oversold");
        });

    /// <summary>Leaves the database as it was.</summary>
    private static Task ForgetAsync(MadeUp boroughs, IReadOnlyCollection<Id<CourseRun>> runs) => boroughs.ActAsync(async acts =>
    {
        var db = acts.GetRequiredService<PortalDb>();
        await BookingFloor.ForgetAsync(db, runs);
        var courses = await db.CourseRuns.Where(r => runs.Contains(r.Id)).Select(r => r.CourseId).Distinct().ToListAsync();
        var providers = await db.Courses.Where(c => courses.Contains(c.Id)).Select(c => c.ProviderId).ToListAsync();
        await db.Set<RunEvent>().Where(e => runs.Contains(e.RunId)).ExecuteDeleteAsync();
        await db.Set<RunSession>().Where(s => runs.Contains(s.RunId)).ExecuteDeleteAsync();
        await db.CourseRuns.Where(r => runs.Contains(r.Id)).ExecuteDeleteAsync();
        await db.Set<CoveredLevel>().Where(l => courses.Contains(l.CourseId)).ExecuteDeleteAsync();
        await db.Courses.Where(c => courses.Contains(c.Id)).ExecuteDeleteAsync();
        await db.Providers.Where(p => providers.Contains(p.Id)).ExecuteDeleteAsync();
    });
}
