using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Outbox;
using Portal.Features.Account;
using Portal.Security;

namespace Portal.Features.Admin.People;

/// <summary>
/// Puts a role into the hands of whoever has an address, with an account where there is none yet, and the message that tells them. The
/// one who gives it saves. Nobody gives themselves a role, or one that theirs may not give; beyond the partnership's own people nobody
/// gives any at another agency, nor that of a lead but as a deputy.
/// </summary>
public sealed class GiveRole(PortalDb db, UserManager<PortalUser> users, OneTimeLinks links, PortalAddress address, UkClock clock)
{
    /// <param name="Words">What they are told they are: "training lead, Brambleford Homes".</param>
    public sealed record Gift(Role Role, string Email, string Words)
    {
        public Id<Agency>? AgencyId { get; init; }
        public Id<Body>? BodyId { get; init; }
        public Id<Provider>? ProviderId { get; init; }

        /// <summary>The entry of the staff list with whose job the role ends.</summary>
        public Id<StaffMember>? StaffId { get; init; }
        public string? Name { get; init; }
        public bool IsDeputy { get; init; }
        public DateOnly? LastDay { get; init; }
    }

    public async Task<Id<User>> RunAsync(Viewer viewer, Gift gift, CancellationToken cancel)
    {
        RefuseUnlessTheirs(viewer, gift);
        var user = await users.FindByEmailAsync(gift.Email);
        if (user is not null && user.Id == viewer.UserId) throw new Refused("Someone else must give you a new role", nameof(gift.Email));
        if (user is null)
        {
            user = new PortalUser { Name = gift.Name ?? gift.Email, UserName = gift.Email, Email = gift.Email };
            (await users.CreateAsync(user)).OrRefuse(nameof(gift.Email));
        }
        db.Memberships.Add(await MembershipAsync(viewer, user, gift, cancel));
        await TellAsync(viewer, user, gift.Words, cancel);
        return user.Id;
    }

    /// <summary>Sends the link once more to someone who has not chosen a password. The older one stops working.</summary>
    public async Task TellAsync(Viewer viewer, PortalUser user, string words, CancellationToken cancel)
    {
        var partnership = await db.Partnerships.Where(p => p.Id == viewer.PartnershipId).Select(p => p.Name).SingleAsync(cancel);
        db.Enqueue(user.PasswordHash is null
            ? new InvitationMail(
                user.Email!, user.Name, words, partnership, await links.MakeAsync(user.Id, LinkPurpose.Invitation, cancel), clock.Now)
            : new NewRoleMail(user.Email!, user.Name, words, partnership, address.Of("/"), clock.Now));
    }

    private static void RefuseUnlessTheirs(Viewer viewer, Gift gift)
    {
        if (!Permissions.MayGive(viewer.Role, gift.Role)) throw NotTheirs();
        if (viewer.May(Permission.ManagePeople)) return;
        if (gift.AgencyId is not { } agency || gift.StaffId is null || (gift.Role == Role.TrainingLead && !gift.IsDeputy))
            throw NotTheirs();
        viewer.Require(Permission.InviteStaff, agency);

        static Refused NotTheirs() => new("Your role does not allow you to give this one", nameof(gift.Role));
    }

    private async Task<Membership> MembershipAsync(Viewer viewer, PortalUser user, Gift gift, CancellationToken cancel)
    {
        var today = clock.Today;
        if (await db.Memberships.OfPartnership(viewer).NotOverOn(db, today)
            .AnyAsync(m => m.UserId == user.Id && m.Role == gift.Role && m.AgencyId == gift.AgencyId && m.BodyId == gift.BodyId
                && m.ProviderId == gift.ProviderId, cancel))
            throw new Refused("This person has this role already", nameof(gift.Email));
        var membership = new Membership
        {
            PartnershipId = viewer.PartnershipId, UserId = user.Id, Role = gift.Role, AgencyId = gift.AgencyId, BodyId = gift.BodyId,
            ProviderId = gift.ProviderId, StaffId = gift.StaffId, IsDeputy = gift.IsDeputy, From = today, CheckedOn = today,
        };
        if (gift.LastDay < today) throw new Refused("The last day must be today or later", nameof(gift.LastDay));
        if (gift.LastDay > today.AddYears(2)) throw new Refused("The last day must be within two years", nameof(gift.LastDay));
        if (gift.LastDay is { } last) membership.End(last.AddDays(1));
        return membership;
    }
}
