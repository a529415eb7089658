using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Admin.People;

/// <summary>
/// Gives someone a role, and invites them by e-mail when they cannot sign in yet. Who sees a record or a team must be on that agency's
/// staff list with the same address; a lead who is on it holds the role no longer than the job.
/// </summary>
public sealed class InvitePerson(PortalDb db, PlacesForRole places, GiveRole give, UkClock clock)
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
        var words = place is null ? role.InSentence() : $"{role.InSentence()}, {place.Name}";
        Id<Agency>? agencyId = role.NeedsAgency() ? new(placeId!.Value) : null;
        var user = await give.RunAsync(viewer, new(role, email, words)
        {
            AgencyId = agencyId, BodyId = role.NeedsBody() ? new(placeId!.Value) : null,
            ProviderId = role.NeedsProvider() ? new(placeId!.Value) : null,
            StaffId = agencyId is { } agency ? await StaffListEntryAsync(viewer, role, agency, email, cancel) : null,
        }, cancel);
        await db.SaveAsync(viewer, $"Invited someone as {words}", cancel);
        return user;
    }, cancel);

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
