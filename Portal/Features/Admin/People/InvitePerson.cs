using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Outbox;
using Portal.Features.Account;
using Portal.Security;

namespace Portal.Features.Admin.People;

/// <summary>
/// Gives someone a role, and invites them by e-mail when they cannot sign in yet. Nobody gives themselves a role. Who sees
/// a record or a team must be on that agency's staff list with the same address; a lead who is on it
/// holds the role no longer than the job.
/// </summary>
public sealed class InvitePerson(
    PortalDb db, UserManager<PortalUser> users, PlacesForRole places, OneTimeLinks links, PortalAddress address, UkClock clock)
{
    public Task<Id<User>> RunAsync(
        Viewer viewer, Role role, string email, Guid? placeId, CancellationToken cancel) => db.OneAtATimeAsync(viewer, async () =>
    {
        viewer.Require(Permission.ManagePeople);
        if (role == Role.System) throw new Refused("Select a role", "Role");
        var place = (await places.RunAsync(viewer, role, cancel)).FirstOrDefault(p => p.Id == placeId);
        if (place is null && (role.NeedsAgency() || role.NeedsBody() || role.NeedsProvider()))
            throw new Refused(
                role.NeedsAgency() ? "Select an agency" : role.NeedsBody() ? "Select a board or group" : "Select a provider", "PlaceId");

        var user = await users.FindByEmailAsync(email);
        if (user?.Id == viewer.UserId) throw new Refused("Someone else must give you a new role", "Email");
        if (user is null)
        {
            user = new PortalUser { Name = email, UserName = email, Email = email };
            (await users.CreateAsync(user)).OrRefuse("Email");
        }
        var membership = await MembershipAsync(viewer, user, role, place?.Id, email, cancel);
        db.Memberships.Add(membership);
        var partnership = await db.Partnerships.Where(p => p.Id == viewer.PartnershipId).Select(p => p.Name).SingleAsync(cancel);
        var words = place is null ? role.InSentence() : $"{role.InSentence()}, {place.Name}";
        db.Enqueue(user.PasswordHash is null
            ? new InvitationMail(
                email, user.Name, words, partnership, await links.MakeAsync(user.Id, LinkPurpose.Invitation, cancel), clock.Now)
            : new NewRoleMail(email, user.Name, words, partnership, address.Of("/"), clock.Now));
        await db.SaveAsync(viewer, $"Invited someone as {words}", cancel);
        return user.Id;
    }, cancel);

    private async Task<Membership> MembershipAsync(
        Viewer viewer, PortalUser user, Role role, Guid? placeId, string email, CancellationToken cancel)
    {
        var today = clock.Today;
        Id<Agency>? agencyId = role.NeedsAgency() ? new(placeId!.Value) : null;
        Id<Body>? bodyId = role.NeedsBody() ? new(placeId!.Value) : null;
        Id<Provider>? providerId = role.NeedsProvider() ? new(placeId!.Value) : null;
        if (await db.Memberships.OfPartnership(viewer).NotOverOn(db, today)
            .AnyAsync(m => m.UserId == user.Id && m.Role == role && m.AgencyId == agencyId && m.BodyId == bodyId
                && m.ProviderId == providerId, cancel))
            throw new Refused("This person has this role already", "Email");
        return new()
        {
            PartnershipId = viewer.PartnershipId, UserId = user.Id, Role = role, AgencyId = agencyId, BodyId = bodyId,
            ProviderId = providerId, From = today, CheckedOn = today,
            StaffId = agencyId is { } agency ? await StaffListEntryAsync(viewer, role, agency, email, cancel) : null,
        };
    }

    /// <summary>The entry with this address, with whose job the role ends. A lead may do without one.</summary>
    private async Task<Id<StaffMember>?> StaffListEntryAsync(
        Viewer viewer, Role role, Id<Agency> agencyId, string email, CancellationToken cancel)
    {
        var (today, lower) = (clock.Today, email.ToLowerInvariant());
        var entry = await db.Staff.OfPartnership(viewer).Where(s => s.Email!.ToLower() == lower)
            .Where(s => db.Posts.CurrentOn(today).Any(p => p.StaffId == s.Id && p.AgencyId == agencyId))
            .Select(s => (Id<StaffMember>?)s.Id).FirstOrDefaultAsync(cancel);
        if (entry is null && role.NeedsStaffListEntry())
            throw new Refused("Nobody on this agency’s staff list has this address. Ask its training lead to add them first", "Email");
        return entry;
    }
}
