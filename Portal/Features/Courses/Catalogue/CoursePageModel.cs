using Microsoft.AspNetCore.Mvc;
using Portal.Web;

namespace Portal.Features.Courses.Catalogue;

/// <summary>A page about one course.</summary>
public abstract class CoursePageModel(CourseView courses, Viewer viewer) : LoadedPageModel<CourseView.Details>
{
    [FromRoute] public Id<Course> CourseId { get; set; }
    [BindProperty] public int Seen { get; set; }
    public CourseView.Details Details => Loaded;
    public Course Course => Details.Course;
    protected Viewer Viewer => viewer;

    protected override Task<CourseView.Details?> FindAsync(CancellationToken cancel) => courses.RunAsync(viewer, CourseId, cancel);

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await base.LoadAsync(cancel)) return false;
        if (HttpMethods.IsGet(Request.Method)) Seen = Course.Version;
        return true;
    }

    protected RedirectToPageResult ToCourse() => RedirectToPage("Course", new { CourseId });
}

/// <summary>A page on which one course is changed: not found by anyone who does not look after it.</summary>
public abstract class EditCoursePageModel(CourseView courses, Viewer viewer) : CoursePageModel(courses, viewer)
{
    protected override async Task<CourseView.Details?> FindAsync(CancellationToken cancel) =>
        await base.FindAsync(cancel) is { MayEdit: true } found ? found : null;
}
