using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Admin.Inviting;

/// <summary>Ends the role of a deputy of the viewer's agency today; they notice at their next click.</summary>
public sealed class EndDeputy(PortalDb db, UkClock clock)
{
    public async Task RunAsync(Viewer viewer, Id<Membership> membershipId, CancellationToken cancel)
    {
        viewer.Require(Permission.InviteStaff);
        var deputy = await db.Memberships.OfPartnership(viewer)
            .Where(m => m.Id == membershipId && m.AgencyId == viewer.AgencyId && m.Role == Role.TrainingLead && m.IsDeputy)
            .OneOrRefuseAsync("This deputy is not of your agency", null, cancel);
        if (deputy.UserId == viewer.UserId) throw new Refused("Someone else must end your role");
        if (deputy.Until <= clock.Today) return; // A second click finds it done.
        deputy.End(clock.Today);
        await db.SaveAsync(viewer, "Ended the role of a deputy training lead", cancel);
    }
}
