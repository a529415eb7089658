using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Courses.Colleagues;

/// <summary>
/// Who is chosen for a date so far, by name. Whoever is on the date by now, or is nobody for whom the viewer books, is not among them.
/// </summary>
public sealed class ChosenColleagues(PortalDb db, UkClock clock)
{
    public sealed record Row(Id<StaffMember> Id, string Name);

    public async Task<IReadOnlyList<Row>> RunAsync(
        Viewer viewer, CourseRun run, Id<Agency> agency, IReadOnlyCollection<Id<StaffMember>> chosen, CancellationToken cancel)
    {
        if (chosen.Count == 0) return [];
        var posts = db.Posts.BookedForBy(viewer, agency, clock.Today);
        return await db.Staff.Where(s => chosen.Contains(s.Id) && posts.Any(p => p.StaffId == s.Id)
                && !db.Bookings.Any(b => b.RunId == run.Id && b.StaffId == s.Id && ColleaguesToTrain.OnTheDate.Contains(b.State)))
            .OrderBy(s => NameSearch.Folded(s.Name)).ThenBy(s => s.Id).Select(s => new Row(s.Id, s.Name)).ToListAsync(cancel);
    }
}
