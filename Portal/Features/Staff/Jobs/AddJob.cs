using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Staff.Requests;
using Portal.Features.Staff.Titles;

namespace Portal.Features.Staff.Jobs;

/// <summary>
/// A new post at the viewer's agency for someone who works there, or who worked there and comes back: their record is waiting
/// for them. Who has worked elsewhere in between is asked first, for what was entered there is not this agency's to open.
/// </summary>
public sealed class AddJob(PortalDb db, UkClock clock)
{
    public sealed record Entry(string JobTitle, string? EmployeeNumber, DateOnly? StartedOn, string? ManagerEmail);

    /// <summary>False when it was asked for and is not there yet.</summary>
    public async Task<bool> RunAsync(Viewer viewer, Id<StaffMember> staffId, Entry entry, CancellationToken cancel)
    {
        var agencyId = viewer.AgencyId ?? throw new Refused("Your role does not add jobs at an agency");
        viewer.Require(Permission.EditStaff, agencyId);
        var posts = db.Posts.VisibleTo(viewer, Permission.EditStaff).Where(p => p.StaffId == staffId);
        var person = await db.Staff.OfPartnership(viewer).Where(s => s.Id == staffId && posts.Any())
            .OneOrRefuseAsync("Add this person from the staff list first", null, cancel);

        var isAdded = false;
        await db.ChangeStaffListAsync(viewer, async () =>
        {
            var known = await db.KnownAtAsync(person, agencyId, clock.Today, cancel);
            var title = await db.JobTitleAsync(viewer, agencyId, entry.JobTitle, cancel);
            if (await posts.CurrentOn(clock.Today).AnyAsync(p => p.JobTitleId == title.Id, cancel))
                throw new Refused($"{person.Name} already has this job", nameof(entry.JobTitle));
            var post = new Post
            {
                PartnershipId = viewer.PartnershipId, AgencyId = agencyId, StaffId = staffId, JobTitleId = title.Id,
                EmployeeNumber = entry.EmployeeNumber,
            };
            post.Start(entry.StartedOn, clock.Today);
            post.ReportTo(await db.ManagerAsync(viewer, agencyId, staffId, entry.ManagerEmail, clock.Today, cancel));
            isAdded = Identity.Decide(person.Name, known, byNumber: false, byEmail: true) != Identified.KnownElsewhere;
            if (isAdded)
            {
                db.Posts.Add(post);
                return $"Added a job for {person.Name}";
            }
            var wish = new PostRequests.Wish(agencyId, person.Name, title.Id, entry.EmployeeNumber, entry.StartedOn, post.ManagerId);
            return await db.AskForPostAsync(viewer, person, wish, clock.Now, cancel);
        }, cancel);
        return isAdded;
    }
}
