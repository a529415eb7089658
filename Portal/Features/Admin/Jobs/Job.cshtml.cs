using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Admin.Jobs;

[Allow(Permission.RunJobs)]
public sealed class JobModel(JobRuns runs) : LoadedPageModel
{
    [FromRoute(Name = "job")] public string Name { get; set; } = "";
    [FromQuery(Name = "page")] public int Number { get; set; }
    public JobRuns.Details Job { get; private set; } = null!;

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await runs.RunAsync(Name, Number, cancel) is not { } found) return false;
        Job = found;
        return true;
    }
}
