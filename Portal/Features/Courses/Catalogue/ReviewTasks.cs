using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Hubs;

namespace Portal.Features.Courses.Catalogue;

/// <summary>For the training lead: in-house courses that no review vouches for.</summary>
public sealed class ReviewTasks(PortalDb db, UkClock clock) : ITasks
{
    public int Order => 137;
    public Permission? Needs => Permission.EditCourses;

    public async Task<IReadOnlyList<HomeTask>> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        if (viewer.Reach(Permission.EditCourses) != Reach.Agency) return [];
        var courses = await db.Courses.VisibleTo(viewer, Permission.EditCourses).OfferedOn(clock.Today).NotReviewedOn(db, clock.Today)
            .OrderBy(c => c.Title).ThenBy(c => c.Id).Select(c => new { c.Id, c.Title }).ToListAsync(cancel);
        const string why = "Nobody can tell whether it meets the standard that holds for all training";
        return courses switch
        {
            [] => [],
            [var only] => [new($"Review the in-house course “{only.Title}”", $"/Courses/{only.Id}/Review", null, why)],
            _ => [new($"Review {Words.Count(courses.Count, "in-house course")}", "/Courses?Unreviewed=true", null, why)],
        };
    }
}
