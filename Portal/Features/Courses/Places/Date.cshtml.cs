using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Courses.Places;

[Allow(Permission.ReadCourses)]
public sealed class DateModel(DateView dates, Viewer viewer) : LoadedPageModel<DateView.Details>
{
    [FromRoute] public Id<CourseRun> RunId { get; set; }
    public DateView.Details Date => Loaded;
    public bool MayBookForOthers => viewer.Reach(Permission.BookPlaces) > Reach.Own;

    protected override Task<DateView.Details?> FindAsync(CancellationToken cancel) => dates.RunAsync(viewer, RunId, cancel);

    public void OnGet()
    {
    }
}
