using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Jobs;
using Portal.Features.Hubs;

namespace Portal.Features.Admin.Jobs;

/// <summary>Jobs that failed lately, for whoever looks after the engine that runs them.</summary>
public sealed class FailedJobTasks(PortalDb db, UkClock clock) : ITasks
{
    public int Order => 150;
    public Permission? Needs => Permission.ReadEngine;

    public async Task<IReadOnlyList<HomeTask>> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        var dayAgo = clock.Now.AddDays(-1);
        var failed = await db.JobRuns.CountAsync(r => r.Outcome == JobOutcome.Failed && r.StartedAt > dayAgo, cancel);
        return failed == 0 ? [] : [new($"Look at {Words.Count(failed, "job that", "jobs that")} failed since yesterday", "/Admin/Jobs")];
    }
}
