using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Hubs;

namespace Portal.Features.Agencies.AtHome;

/// <summary>For an agency's leads: to say every 12 months who is still in post.</summary>
public sealed class ConfirmLeadsTasks(PortalDb db, UkClock clock) : ITasks
{
    private const int DaysAhead = 30;

    public int Order => 142;
    public Permission? Needs => Permission.ConfirmLeads;

    public async Task<IReadOnlyList<HomeTask>> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        if (viewer.Reach(Permission.ConfirmLeads) != Reach.Agency || viewer.AgencyId is not { } agencyId) return [];
        var today = clock.Today;
        var oldest = await db.Memberships.OfPartnership(viewer).CurrentOn(db, today)
            .Where(m => m.AgencyId == agencyId && (m.Role == Role.TrainingLead || m.Role == Role.ExecutiveLead)
                && db.Agencies.OpenOn(today).Any(a => a.Id == agencyId))
            .MinAsync(m => (DateOnly?)m.CheckedOn, cancel);
        return oldest?.AddMonths(12) is { } due && due <= today.AddDays(DaysAhead)
            ? [new("Confirm who leads the training at your agency", $"/Agencies/{agencyId}", due, "It is asked every 12 months")]
            : [];
    }
}
