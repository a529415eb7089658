using System.Globalization;
using Hangfire;
using Hangfire.Common;
using Hangfire.InMemory;
using Hangfire.Storage;
using Portal.Jobs;

namespace Portal.Tests.Jobs;

public class PlanningJobs
{
    private const string HalfPastTwo = "0 30 2 * * ?";
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public static TheoryData<string> EveryJob => [.. Schedule.Jobs.Select(j => j.Name)];

    [Theory, MemberData(nameof(EveryJob))]
    public void Has_a_time_that_can_be_read_and_a_sentence(string name)
    {
        var job = Schedule.Jobs.Single(j => j.Name == name);

        Assert.NotNull(JobEngine.NextAfter(job.Cron, new(2026, 11, 16)));
        Assert.Matches("^[A-Z].*[^.]$", job.Does);
    }

    [Theory, MemberData(nameof(EveryJob))]
    public void Avoids_the_hour_that_the_clocks_skip_and_repeat(string name)
    {
        var hour = Schedule.Jobs.Single(j => j.Name == name).Cron.Split(' ')[2];

        Assert.DoesNotMatch("(^|[,-])0?1($|[,-])", hour);
    }

    [Theory, InlineData(2027, 3, 28, "spring"), InlineData(2027, 10, 31, "autumn")]
    public void Comes_once_in_the_night_that_the_clocks_change(int year, int month, int day, string _)
    {
        var before = JobEngine.NextAfter(HalfPastTwo, new DateTime(year, month, day).AddDays(-1))!.Value;
        var during = JobEngine.NextAfter(HalfPastTwo, before)!.Value;
        var after = JobEngine.NextAfter(HalfPastTwo, during)!.Value;

        foreach (var (instant, expected) in new[] { (before, day - 1), (during, day) })
            Assert.Equal(new DateTime(year, month, expected, 2, 30, 0), UkClock.Local(instant));
        Assert.Equal(new DateTime(year, month, day, 2, 30, 0).AddDays(1), UkClock.Local(after));
    }

    [Fact]
    public void Follows_the_clocks_of_London_in_summer() =>
        Assert.Equal(new DateTime(2026, 7, 1, 6, 0, 0), JobEngine.NextAfter("0 0 7 * * ?", new(2026, 7, 1)));

    /// <summary>At 2 o'clock when 01:30 is skipped, and at the first of the two when it comes twice.</summary>
    [Theory, InlineData("2027-03-28", "2027-03-28T01:00Z"), InlineData("2027-10-31", "2027-10-31T00:30Z")]
    public void Comes_once_also_in_the_hour_that_is_skipped_or_repeated(string night, string expected)
    {
        var start = Instant(night);
        Assert.Equal([Instant(expected)], Between("0 30 1 * * ?", start.AddHours(-2), start.AddHours(8)));
    }

    /// <summary>Nine times before 4 o'clock in spring, when an hour is missing, and fifteen in autumn, when one comes twice.</summary>
    [Theory, InlineData("2027-03-28", 9), InlineData("2027-10-31", 15)]
    public void Comes_each_twenty_minutes_in_every_hour_of_such_a_night(string night, int times)
    {
        var start = TimeZoneInfo.ConvertTimeToUtc(DateTime.Parse(night, CultureInfo.InvariantCulture), London);
        var seen = Between("0 0/20 * * * ?", start.AddSeconds(-1), start.AddHours(8)).TakeWhile(i => UkClock.Local(i).Hour < 4).ToList();
        Assert.Equal(Enumerable.Range(0, times).Select(n => start.AddMinutes(20 * n)), seen);
    }

    /// <summary>The page of jobs and the engine read the timetable by different code, and must say the same.</summary>
    [Theory, MemberData(nameof(EveryJob))]
    public void Happens_when_the_page_says_that_it_does(string name)
    {
        var job = Schedule.Jobs.Single(j => j.Name == name);
        foreach (var day in new[] { "2026-11-26", "2027-03-27", "2027-03-28", "2027-10-30", "2027-10-31", "2027-12-31" })
            foreach (var now in Enumerable.Range(0, 48).Select(half => Instant(day).AddMinutes(30 * half)))
                Assert.Equal(JobEngine.NextAfter(job.Cron, now.AddSeconds(-1)), PlannedByTheEngine(job, now));
    }

    private static DateTime? PlannedByTheEngine(ScheduledJob job, DateTime now)
    {
        using var storage = new InMemoryStorage();
        var planner = new RecurringJobManager(storage, new JobFilterCollection(), new DefaultTimeZoneResolver(), () => now);
        planner.AddOrUpdate(job.Name, Job.FromExpression(() => Console.WriteLine()), job.Cron, new() { TimeZone = London });
        using var connection = storage.GetConnection();
        return connection.GetRecurringJobs().Single().NextExecution;
    }

    private static IEnumerable<DateTime> Between(string cron, DateTime from, DateTime until)
    {
        for (var next = JobEngine.NextAfter(cron, from); next < until; next = JobEngine.NextAfter(cron, next.Value))
            yield return next.Value;
    }

    private static DateTime Instant(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).UtcDateTime;
}
