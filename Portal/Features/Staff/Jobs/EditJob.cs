using Portal.Data;
using Portal.Features.Staff.Titles;

namespace Portal.Features.Staff.Jobs;

/// <summary>Changes a job: its title, first day, employee number and line manager.</summary>
public sealed class EditJob(PortalDb db, UkClock clock)
{
    public Task RunAsync(Viewer viewer, Id<Post> postId, AddJob.Entry entry, int version, CancellationToken cancel) =>
        db.ChangeStaffListAsync(viewer, "Changed a job", async () =>
        {
            var post = await db.Posts.VisibleTo(viewer, Permission.EditStaff).Where(p => p.Id == postId)
                .OneOrRefuseAsync("This job is no longer on your staff list", null, cancel);
            Refused.IfStale(post, version);
            var title = await db.JobTitleAsync(viewer, post.AgencyId, entry.JobTitle, cancel);
            post.JobTitleId = title.Id;
            post.EmployeeNumber = entry.EmployeeNumber;
            post.Start(entry.StartedOn, clock.Today);
            post.ReportTo(await db.ManagerAsync(viewer, post.AgencyId, post.StaffId, entry.ManagerEmail, clock.Today, cancel));
        }, cancel);
}
