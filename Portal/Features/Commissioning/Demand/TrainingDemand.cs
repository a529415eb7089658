using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Hubs;

namespace Portal.Features.Commissioning.Demand;

/// <summary>How many places each level will still need in the months to come, by what the data say today.</summary>
public sealed class TrainingDemand(PortalDb db, KeptAnswers kept, UkClock clock)
{
    private const int YearsOfUse = 2;

    /// <param name="Lines">One for each month to come.</param>
    public sealed record LevelDemand(Level Level, DemandForecast.Facts Facts, IReadOnlyList<DemandForecast.Line> Lines);

    public sealed record View(DateOnly AsAt, IReadOnlyList<LevelDemand> Levels);

    /// <summary>Of a person who needs a level: what the count of a day says of it.</summary>
    private sealed record Counted(IReadOnlyList<IReadOnlyDictionary<int, (int People, int Below)>> Days);

    /// <summary>What it shows can be other than it was when any of these is.</summary>
    private sealed record Sign(DateOnly Day, long Staff, Id<Domain.Framework> Framework);

    public async Task<View> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        viewer.Require(Permission.ReadGaps);
        var today = clock.Today;
        if (await db.RuleInForceAsync(viewer.PartnershipId, today, cancel) is not { } framework) return new(today, []);
        var days = await BelowAsync(viewer, framework, cancel);
        var (started, left) = await ComeAndGoneAsync(viewer, framework, cancel);
        var booked = await BookedAsync(viewer, framework, cancel);
        var used = await UsedAsync(viewer, framework, cancel);
        return new(today, [.. framework.Levels.OrderBy(l => l.Number).Select(level =>
        {
            var number = level.Number;
            var facts = new DemandForecast.Facts(
                days.Days[0].GetValueOrDefault(number).People, [.. days.Days.Select(d => d.GetValueOrDefault(number).Below)],
                started.GetValueOrDefault(number), left.GetValueOrDefault(number),
                [.. Enumerable.Range(1, DemandForecast.Months)
                    .Select(m => booked[number].Count(day => MonthOf(day, today) == m))],
                used.GetValueOrDefault(number).Used, used.GetValueOrDefault(number).All);
            return new LevelDemand(level, facts, DemandForecast.Of(facts, today));
        })]);
    }

    /// <summary>Which month to come a day is in: 1 is the month in hand.</summary>
    private static int MonthOf(DateOnly day, DateOnly today) => (day.Year - today.Year) * 12 + day.Month - today.Month + 1;

    /// <summary>People and those below, by level, today and at the end of each month; kept while day and staff lists stay.</summary>
    private async Task<Counted> BelowAsync(Viewer viewer, Domain.Framework framework, CancellationToken cancel)
    {
        var (today, key) = (clock.Today, (nameof(TrainingDemand), viewer.PartnershipId));
        var sign = new Sign(today, await db.StaffListVersionAsync(viewer.PartnershipId, cancel), framework.Id);
        if (kept.Find<Counted>(key, sign) is { } found) return found;
        var days = new List<IReadOnlyDictionary<int, (int, int)>>();
        foreach (var day in Enumerable.Range(1, DemandForecast.Months).Select(m => DemandForecast.EndOf(today, m)).Prepend(today))
            days.Add((await LevelCount.OnAsync(db, framework, day, null, cancel)).Where(c => c.Level is not null)
                .GroupBy(c => c.Level!.Value).ToDictionary(g => g.Key, g => (g.Sum(c => c.People), g.Sum(c => c.People - c.InDate))));
        return kept.Keep(key, sign, new Counted(days), days.Count);
    }

    /// <summary>Who came into jobs that need each level in the last 12 months, and who left such jobs.</summary>
    private async Task<(Dictionary<int, int> Started, Dictionary<int, int> Left)> ComeAndGoneAsync(
        Viewer viewer, Domain.Framework framework, CancellationToken cancel)
    {
        var (today, since) = (clock.Today, clock.Today.AddYears(-1));
        var posts = from post in db.Posts.OfPartnership(viewer)
                    join title in db.JobTitles on post.JobTitleId equals title.Id
                    join need in db.Set<LevelRequirement>() on title.JobRoleId equals (Id<JobRole>?)need.JobRoleId
                    where need.FrameworkId == framework.Id && need.LevelNumber != null
                    select new { Level = need.LevelNumber!.Value, post.StartedOn, post.LeftOn };
        return (
            await posts.Where(p => p.StartedOn > since && p.StartedOn <= today).GroupBy(p => p.Level)
                .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel),
            await posts.Where(p => p.LeftOn > since && p.LeftOn <= today).GroupBy(p => p.Level)
                .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel));
    }

    /// <summary>The first day of each place that is booked on a date to come of a course that leads to a level.</summary>
    private async Task<ILookup<int, DateOnly>> BookedAsync(Viewer viewer, Domain.Framework framework, CancellationToken cancel)
    {
        var now = clock.Now;
        var places = await (
            from booking in db.Bookings.OfPartnership(viewer)
            where booking.State == BookingState.Booked
            join run in db.CourseRuns on booking.RunId equals run.Id
            where run.State == RunState.Published && run.StartsAt > now
            from level in db.Courses.Where(c => c.Id == run.CourseId).SelectMany(c => c.Levels)
            where level.Framework == framework.Code
            select new { level.LevelNumber, run.StartsAt }).ToListAsync(cancel);
        return places.ToLookup(p => p.LevelNumber, p => UkClock.DayOf(p.StartsAt));
    }

    /// <summary>Of the places of the last two years that were kept until the day: how many were used, and of how many.</summary>
    private async Task<Dictionary<int, (int Used, int All)>> UsedAsync(Viewer viewer, Domain.Framework framework, CancellationToken cancel)
    {
        var since = UkClock.StartOf(clock.Today.AddYears(-YearsOfUse));
        var marked = await (
            from booking in db.Bookings.OfPartnership(viewer)
            where booking.State == BookingState.Attended || booking.State == BookingState.PartAttended
                || booking.State == BookingState.DidNotAttend || booking.State == BookingState.Excused
            join run in db.CourseRuns on booking.RunId equals run.Id
            where run.StartsAt >= since
            from level in db.Courses.Where(c => c.Id == run.CourseId).SelectMany(c => c.Levels)
            where level.Framework == framework.Code
            group booking by new { level.LevelNumber, Used = booking.State == BookingState.Attended } into alike
            select new { alike.Key.LevelNumber, alike.Key.Used, Count = alike.Count() }).ToListAsync(cancel);
        return marked.GroupBy(m => m.LevelNumber)
            .ToDictionary(g => g.Key, g => (g.Where(m => m.Used).Sum(m => m.Count), g.Sum(m => m.Count)));
    }
}
