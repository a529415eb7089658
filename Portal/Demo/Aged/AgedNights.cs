using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Jobs;
using Portal.Demo.Borough;
using Portal.Jobs;

namespace Portal.Demo.Aged;

/// <summary>
/// The nights between those that were judged, in which nothing changed, and a year of jobs: one run a day of each that runs daily, and
/// of those that run all day what left a word.
/// </summary>
internal sealed class AgedNights(PortalDb db, Dice dice, Viewer system, DateTime now)
{
    private const int DaysOfRuns = 364;
    private const int WordsOfFrequentADay = 40;

    private readonly DateOnly today = UkClock.DayOf(now);

    public async Task WriteAsync(CancellationToken cancel)
    {
        var judged = (await db.Evaluations.OfPartnership(system).Select(e => e.AsAt).ToListAsync(cancel)).ToHashSet();
        await db.BulkInsertAsync(Nights(judged.Min(), judged), cancel);
        await db.BulkInsertAsync(Runs(), cancel);
    }

    private IEnumerable<Evaluation> Nights(DateOnly first, HashSet<DateOnly> judged)
    {
        for (var day = first.AddDays(1); day < today; day = day.AddDays(1))
            if (!judged.Contains(day))
                yield return new()
                {
                    Id = dice.Id<Evaluation>(), PartnershipId = system.PartnershipId, AsAt = day, ResultsChanged = 0, FlagsOpened = 0,
                    FlagsClosed = 0, StartedAt = UkClock.At(day, new(2, 30)), FinishedAt = UkClock.At(day, new(2, 30)).AddSeconds(1),
                };
    }

    private IEnumerable<JobRun> Runs()
    {
        var (daily, frequent) = (Schedule.Jobs.Where(j => !j.IsFrequent).ToList(), Schedule.Jobs.Where(j => j.IsFrequent).ToList());
        for (var ago = DaysOfRuns; ago > 0; ago--)
        {
            var day = today.AddDays(-ago);
            foreach (var (n, job) in daily.Index()) yield return Run(job, UkClock.At(day, new(3, 0)).AddMinutes(5 * n), null);
            for (var n = 0; n < WordsOfFrequentADay; n++)
                yield return Run(dice.Pick(frequent), UkClock.At(day, new(8, 0)).AddMinutes(15 * n), "Messages: 3 sent");
        }
    }

    private JobRun Run(ScheduledJob job, DateTime at, string? said)
    {
        var run = new JobRun { Id = dice.Id<JobRun>(), Job = job.Name, Node = "portal-1", StartedAt = at };
        run.End(JobOutcome.Succeeded, said, at.AddSeconds(dice.Between(1, 5)));
        return run;
    }
}
