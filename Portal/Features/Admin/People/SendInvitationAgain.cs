using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Account;
using Portal.Security;

namespace Portal.Features.Admin.People;

/// <summary>Sends a new invitation to someone who has not accepted the one they have. The older link stops working.</summary>
public sealed class SendInvitationAgain(PortalDb db, OneTimeLinks links, PersonAccess access, UkClock clock)
{
    public async Task RunAsync(Viewer viewer, Id<User> userId, CancellationToken cancel)
    {
        viewer.Require(Permission.ManagePeople);
        var person = await access.RunAsync(viewer, userId, cancel) ?? throw new Refused("This person is not in the partnership");
        if (person.HasPassword)
            throw new Refused("This person has accepted an invitation already. They can choose a new password on the sign-in page");
        var role = person.Roles.LastOrDefault(r => r.IsCurrent)
            ?? throw new Refused("This person’s role has ended. Give them a new one instead");
        var partnership = await db.Partnerships.Where(p => p.Id == viewer.PartnershipId).Select(p => p.Name).SingleAsync(cancel);
        db.Enqueue(new InvitationMail(person.Email, person.Name,
            role.Place is null ? role.Role.InSentence() : $"{role.Role.InSentence()}, {role.Place}",
            partnership, await links.MakeAsync(userId, LinkPurpose.Invitation, cancel), clock.Now));
        await db.SaveAsync(viewer, "Sent an invitation again", cancel);
    }
}
