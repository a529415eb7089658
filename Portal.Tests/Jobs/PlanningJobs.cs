using Portal.Jobs;

namespace Portal.Tests.Jobs;

public class PlanningJobs
{
    private const string HalfPastTwo = "0 30 2 * * ?";

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
}
