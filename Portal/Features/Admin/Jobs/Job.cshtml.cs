using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Admin.Jobs;

[Allow(Permission.RunJobs)]
public sealed class JobModel(JobRuns runs) : LoadedPageModel<JobRuns.Details>
{
    [FromRoute(Name = "job")] public string Name { get; set; } = "";
    [FromQuery(Name = "page")] public int Number { get; set; }
    public JobRuns.Details Job => Loaded;

    protected override Task<JobRuns.Details?> FindAsync(CancellationToken cancel) => runs.RunAsync(Name, Number, cancel);
}
