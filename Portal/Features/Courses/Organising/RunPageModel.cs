using Microsoft.AspNetCore.Mvc;
using Portal.Web;

namespace Portal.Features.Courses.Organising;

/// <summary>A page about one date, for whoever runs it.</summary>
public abstract class RunPageModel(RunView runs, Viewer viewer) : LoadedPageModel<RunView.Details>
{
    [FromRoute] public Id<CourseRun> RunId { get; set; }
    public RunView.Details Run => Loaded;
    protected Viewer Viewer => viewer;

    protected override Task<RunView.Details?> FindAsync(CancellationToken cancel) => runs.RunAsync(viewer, RunId, cancel);
}
