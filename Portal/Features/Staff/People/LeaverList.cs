using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Staff.People;

/// <summary>
/// People who have left the viewer's agency and hold no other job there: the last job of each, the latest
/// first. Their records are not shown.
/// </summary>
public sealed class LeaverList(PortalDb db, UkClock clock)
{
    public sealed record Row
    {
        public required Id<StaffMember> StaffId { get; init; }
        public required string Name { get; init; }
        public required string Title { get; init; }
        public required DateOnly LeftOn { get; init; }
    }

    public Task<Page<Row>> RunAsync(Viewer viewer, string? search, int page, CancellationToken cancel)
    {
        var rows = Rows(viewer);
        if (search is not null) rows = rows.Where(NameSearch.For(search).Of((Row r) => r.Name));
        return rows.OrderByDescending(r => r.LeftOn).ThenBy(r => r.Name).ThenBy(r => r.StaffId).ToPageAsync(page, cancel);
    }

    public Task<Row?> OneAsync(Viewer viewer, Id<StaffMember> staffId, CancellationToken cancel) =>
        Rows(viewer).Where(r => r.StaffId == staffId).FirstOrDefaultAsync(cancel);

    private IQueryable<Row> Rows(Viewer viewer)
    {
        var posts = db.Posts.VisibleTo(viewer, Permission.EditStaff);
        return from post in posts
               where post.LeftOn <= clock.Today
                   && !posts.Any(p => p.StaffId == post.StaffId && p.Id != post.Id
                       && (p.LeftOn == null || p.LeftOn > post.LeftOn || (p.LeftOn == post.LeftOn && p.StartedOn > post.StartedOn)))
               join person in db.Staff on post.StaffId equals person.Id
               join title in db.JobTitles on post.JobTitleId equals title.Id
               select new Row { StaffId = person.Id, Name = person.Name, Title = title.Title, LeftOn = post.LeftOn!.Value };
    }
}
