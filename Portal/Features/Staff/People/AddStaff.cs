using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Staff.Requests;
using Portal.Features.Staff.Titles;

namespace Portal.Features.Staff.People;

/// <summary>
/// Adds a person to the viewer's agency. <see cref="Identity"/> decides who they are: someone new, someone whom only this
/// agency has ever had, or someone whom another agency knows. For the last there is a request in place of a post, and
/// nothing of theirs is opened before it is agreed.
/// </summary>
public sealed class AddStaff(PortalDb db, UkClock clock)
{
    public sealed record Entry(
        string Name, string? Email, string JobTitle, string? EmployeeNumber, DateOnly? StartedOn, string? ManagerEmail);

    /// <param name="Id">Null when someone else must agree first.</param>
    /// <param name="How">Who they turned out to be.</param>
    public sealed record Added(Id<StaffMember>? Id, Identified How);

    public async Task<Added> RunAsync(Viewer viewer, Entry entry, CancellationToken cancel)
    {
        var agencyId = viewer.AgencyId ?? throw new Refused("Your role does not add people to an agency");
        viewer.Require(Permission.EditStaff, agencyId);
        if (entry.Email is not null && string.Equals(entry.Email, entry.ManagerEmail, StringComparison.OrdinalIgnoreCase))
            throw new Refused("A person cannot be their own line manager", "Manager");
        Added? added = null;
        await db.ChangeStaffListAsync(viewer, async () =>
        {
            (added, var what) = await AddAsync(viewer, agencyId, entry, cancel);
            return what;
        }, cancel);
        return added!;
    }

    private async Task<(Added, string What)> AddAsync(Viewer viewer, Id<Agency> agencyId, Entry entry, CancellationToken cancel)
    {
        var address = entry.Email?.ToLowerInvariant();
        var known = address is null ? null : await db.Staff.OfPartnership(viewer).SingleOrDefaultAsync(s => s.Email == address, cancel);
        var facts = known is null ? null : await KnownAsync(known, agencyId, cancel);
        var how = Identity.Decide(entry.Name, facts, byNumber: false, byEmail: true);
        await RefuseIfNumberTakenAsync(agencyId, entry.EmployeeNumber, cancel);

        var person = known ?? db.Staff.Add(new() { PartnershipId = viewer.PartnershipId, Name = entry.Name, Email = address }).Entity;
        var title = await db.JobTitleAsync(viewer, agencyId, entry.JobTitle, cancel);
        var manager = await db.ManagerAsync(viewer, agencyId, person.Id, entry.ManagerEmail, clock.Today, cancel);
        var post = new Post
        {
            PartnershipId = viewer.PartnershipId, AgencyId = agencyId, StaffId = person.Id, JobTitleId = title.Id,
            EmployeeNumber = entry.EmployeeNumber,
        };
        post.Start(entry.StartedOn, clock.Today);
        post.ReportTo(manager);
        if (how == Identified.KnownElsewhere)
        {
            var wish = new PostRequests.Wish(agencyId, entry.Name, title.Id, entry.EmployeeNumber, entry.StartedOn, manager);
            return (new(null, how), await db.AskForPostAsync(viewer, person, wish, clock.Now, cancel));
        }
        db.Posts.Add(post);
        return (new(person.Id, how), $"Added {entry.Name} to the staff");
    }

    private async Task<Identity.Known> KnownAsync(StaffMember person, Id<Agency> agencyId, CancellationToken cancel)
    {
        var known = await db.KnownAtAsync(person, agencyId, clock.Today, cancel);
        if (!known.IsInPostHere) return known;
        const string here = "Someone at your agency already has this email address. Find them in the list and add a second job there";
        throw new Refused(here, nameof(Entry.Email));
    }

    private async Task RefuseIfNumberTakenAsync(Id<Agency> agencyId, string? number, CancellationToken cancel)
    {
        if (number is not null
            && await db.Posts.CurrentOn(clock.Today).AnyAsync(p => p.AgencyId == agencyId && p.EmployeeNumber == number, cancel))
            throw new Refused($"Someone at your agency already has employee number {number}", nameof(Entry.EmployeeNumber));
    }
}
