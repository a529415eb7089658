using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Portal.Data.Jobs;
using Portal.Tests.Support;

namespace Portal.Tests.Killed;

/// <summary>
/// The whole portal, ended with SIGKILL while its engine runs the jobs that make and send the report and offer places, and while people
/// book and a register is marked.
/// </summary>
public sealed class KillingANode
{
    private const int Kills = 6;
    private const int KillsBetweenChecks = 3;

    /// <summary>How many seconds a node may be silent before another takes its jobs over; 60 unless an operator says otherwise.</summary>
    private const int TakeOver = 10;

    [Fact]
    public async Task Six_times_at_random_loses_nothing_and_doubles_nothing()
    {
        var random = new Random(20161206);
        await using var work = await WorkAtRisk.CreateAsync();
        var (brokenOff, cut) = (0, 0);
        for (var kill = 1; kill <= Kills; kill++)
        {
            await work.AddAsync();
            await work.AskForAsync(PortalProcess.Jobs);
            await work.Places.OpenDatesAsync(work.Settings);
            var (before, answers) = (await DoneAsync(work), work.Places.Answers);
            Task people;
            await using (var node = await StartAsync(work))
            {
                people = work.Places.UseAsync(node.Address);
                // However slow the machine, the engine is at work and somebody has an answer when their node is killed.
                for (var look = 0; look < 600 && (await DoneAsync(work) == before || work.Places.Answers == answers); look++)
                    await Task.Delay(50);
                await Task.Delay(random.Next(1_500));
            }
            await people;
            cut += (2 * PlacesAtRisk.People) - (work.Places.Answers - answers);
            if (await work.IsLeftAsync()) brokenOff++;
            if (kill % KillsBetweenChecks != 0) continue;
            await work.LetLeasesPassAsync();
            await PortalProcess.RunToTheEndAsync(work.Settings);
            await work.CheckAsync();
        }
        // The test is worth its name when the engine was at work, and was not done.
        Assert.InRange(brokenOff, 1, Kills);
        Assert.InRange(cut, 1, (2 * Kills * PlacesAtRisk.People) - 1);
        await using var db = work.Open();
        var runs = await db.JobRuns.Select(r => new { r.Node, r.Outcome }).ToListAsync();
        var byTheEngine = runs.Where(r => r.Node != Environment.MachineName).Select(r => r.Outcome).ToList();
        Assert.NotEmpty(byTheEngine);
        Assert.DoesNotContain(JobOutcome.Failed, byTheEngine);
    }

    [PostgresFact]
    public async Task In_the_middle_of_a_job_lets_another_take_it_over_in_the_time_that_is_promised()
    {
        await using var work = await WorkAtRisk.CreateAsync();
        await work.AddAsync();
        await using var one = await StartAsync(work);
        PortalNode two;
        var watch = new Stopwatch();
        await using (var db = work.Open())
        {
            // Held up by this, the job is surely at work when its node is killed.
            await using var holdUp = await db.Database.BeginTransactionAsync();
            await db.Database.ExecuteSqlAsync($"""LOCK TABLE "StandardResults" IN ACCESS EXCLUSIVE MODE""");
            await work.AskForAsync(["EvaluateStandardsJob"]);
            await OutcomesAreAsync(work, JobOutcome.Running);
            two = await StartAsync(work);
            await one.KillAsync();
            watch.Start();
        }
        await using (two) await OutcomesAreAsync(work, JobOutcome.Interrupted, JobOutcome.Succeeded);
        TestContext.Current.SendDiagnosticMessage($"Taken over and done {watch.Elapsed.TotalSeconds:n1} s after the kill");
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, TakeOver + 30);
    }

    /// <summary>What changes with each step of the work.</summary>
    private static async Task<(int, int, int, int)> DoneAsync(WorkAtRisk work)
    {
        await using var db = work.Open();
        return (await db.JobRuns.CountAsync(), await db.Posts.CountAsync(), await db.Outbox.CountAsync(), await db.Returns.CountAsync());
    }

    private static Task<PortalNode> StartAsync(WorkAtRisk work) =>
        PortalNode.StartAsync(work.Settings, ("Jobs:TakeOverSeconds", $"{TakeOver}"), ("Portal:Address", "http://localhost/"));

    private static async Task OutcomesAreAsync(WorkAtRisk work, params JobOutcome[] expected)
    {
        for (var look = 0; look < 600; look++)
        {
            await using var db = work.Open();
            var runs = db.JobRuns.Where(r => r.Job == "EvaluateStandardsJob").OrderBy(r => r.StartedAt);
            var outcomes = await runs.Select(r => r.Outcome).ToListAsync();
            if (outcomes.SequenceEqual(expected)) return;
            await Task.Delay(200);
        }
        Assert.Fail($"The runs of the job are not {string.Join(", ", expected)} after two minutes");
    }
}
