using Portal.Data;
using Portal.Jobs;

namespace Portal.Features.Admin.Jobs;

/// <summary>Asks for a job to run now instead of at its next time. Running twice does no harm.</summary>
public sealed class RunJobNow(PortalDb db, JobTrigger jobs, IReadOnlyList<ScheduledJob> schedule, UkClock clock)
{
    public async Task<ScheduledJob> RunAsync(Viewer viewer, string name, CancellationToken cancel)
    {
        viewer.Require(Permission.RunJobs);
        var job = schedule.FirstOrDefault(j => j.Name == name) ?? throw new Refused("There is no such job");
        if (await db.DoubtOfClockAsync(clock.Now, cancel) is { } doubt) throw new Refused(doubt.Sentence);
        await db.SaveAsync(viewer, $"Asked for a job to run now: {job.Does}", cancel);
        await jobs.TriggerAsync(job.Name, cancel);
        return job;
    }
}
