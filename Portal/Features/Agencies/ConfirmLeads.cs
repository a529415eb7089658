using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Agencies;

/// <summary>Says that the training lead and the executive lead named are still in post. Standard S01 asks for it every 12 months.</summary>
public sealed class ConfirmLeads(PortalDb db, UkClock clock)
{
    public async Task RunAsync(Viewer viewer, Id<Agency> agencyId, CancellationToken cancel)
    {
        viewer.Require(Permission.ConfirmLeads, agencyId);
        var leads = await db.Memberships.OfPartnership(viewer).CurrentOn(db, clock.Today)
            .Where(m => m.AgencyId == agencyId && !m.IsDeputy && (m.Role == Role.TrainingLead || m.Role == Role.ExecutiveLead))
            .ToListAsync(cancel);
        if (leads.Count == 0) throw new Refused("Both posts are vacant. Ask the commissioner to name a lead");
        foreach (var lead in leads) lead.Confirm(clock.Today);
        await db.SaveAsync(viewer, "Confirmed that the leads are still in post", cancel);
    }
}
