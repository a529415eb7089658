using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Staff;

/// <summary>
/// Adds a person to the viewer's agency. Someone the partnership knows already, by the same work e-mail and the same name,
/// gets a new post and keeps their record. A different name is refused without saying whose address it is.
/// </summary>
public sealed class AddStaff(PortalDb db, UkClock clock)
{
    public sealed record Entry(string Name, string? Email, string JobTitle, string? EmployeeNumber, DateOnly? StartedOn, string? ManagerEmail);

    /// <summary>WasKnown: their training came with them.</summary>
    public sealed record Added(Id<StaffMember> Id, bool WasKnown);

    public async Task<Added> RunAsync(Viewer viewer, Entry entry, CancellationToken cancel)
    {
        var agencyId = viewer.AgencyId ?? throw new Refused("Your role does not add people to an agency");
        viewer.Require(Permission.EditStaff, agencyId);
        if (entry.Email is not null && string.Equals(entry.Email, entry.ManagerEmail, StringComparison.OrdinalIgnoreCase))
            throw new Refused("A person cannot be their own line manager", "Manager");
        Added? added = null;
        await db.ChangeRosterAsync(viewer, $"Added {entry.Name} to the staff", async () => added = await AddAsync(viewer, agencyId, entry, cancel), cancel);
        return added!;
    }

    private async Task<Added> AddAsync(Viewer viewer, Id<Agency> agencyId, Entry entry, CancellationToken cancel)
    {
        var known = await KnownAsync(viewer, agencyId, entry, cancel);
        var person = known ?? db.Staff.Add(new() { PartnershipId = viewer.PartnershipId, Name = entry.Name, Email = entry.Email?.ToLowerInvariant() }).Entity;
        await RefuseIfNumberTakenAsync(agencyId, entry.EmployeeNumber, cancel);

        var title = await db.JobTitleAsync(viewer, agencyId, entry.JobTitle, cancel);
        var post = new Post { PartnershipId = viewer.PartnershipId, AgencyId = agencyId, StaffId = person.Id, JobTitleId = title.Id, EmployeeNumber = entry.EmployeeNumber };
        post.Start(entry.StartedOn, clock.Today);
        post.ReportTo(await db.ManagerAsync(viewer, agencyId, person.Id, entry.ManagerEmail, clock.Today, cancel));
        db.Posts.Add(post);
        return new(person.Id, known is not null);
    }

    private async Task<StaffMember?> KnownAsync(Viewer viewer, Id<Agency> agencyId, Entry entry, CancellationToken cancel)
    {
        if (entry.Email?.ToLowerInvariant() is not { } address) return null;
        var known = await db.Staff.OfPartnership(viewer).SingleOrDefaultAsync(s => s.Email == address, cancel);
        if (known is null) return null;
        if (await db.Posts.CurrentOn(clock.Today).AnyAsync(p => p.AgencyId == agencyId && p.StaffId == known.Id, cancel))
            throw new Refused("Someone at your agency already has this email address. Find them in the list and add a second job there", nameof(entry.Email));
        return string.Equals(known.Name, entry.Name, StringComparison.OrdinalIgnoreCase) ? known
            : throw new Refused("This email address is already used with a different name. Check both with the person, or leave the address empty and ask the training administrator", nameof(entry.Email));
    }

    private async Task RefuseIfNumberTakenAsync(Id<Agency> agencyId, string? number, CancellationToken cancel)
    {
        if (number is not null && await db.Posts.CurrentOn(clock.Today).AnyAsync(p => p.AgencyId == agencyId && p.EmployeeNumber == number, cancel))
            throw new Refused($"Someone at your agency already has employee number {number}", nameof(Entry.EmployeeNumber));
    }
}
