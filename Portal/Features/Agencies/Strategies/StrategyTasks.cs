using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Hubs;

namespace Portal.Features.Agencies.Strategies;

/// <summary>For an agency's leads: a training strategy that waits for approval, and one whose review comes up.</summary>
public sealed class StrategyTasks(PortalDb db, UkClock clock) : ITasks
{
    private const int DaysAhead = 90;

    public int Order => 141;

    // Who approves it, and who files it: nobody has only the one or the other beyond an agency.
    public Permission? Needs => Permission.ConfirmLeads;

    public async Task<IReadOnlyList<HomeTask>> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        var today = clock.Today;
        if (viewer.Reach(Permission.ConfirmLeads) != Reach.Agency || viewer.AgencyId is not { } agencyId
            || !await db.Agencies.OpenOn(today).AnyAsync(a => a.Id == agencyId, cancel)) return [];
        var filed = await db.TrainingStrategies.AsNoTracking().OfPartnership(viewer).Where(s => s.AgencyId == agencyId)
            .OrderByDescending(s => s.FiledOn).ThenByDescending(s => s.Id).ToListAsync(cancel);
        var waiting = filed.Find(s => s.ApprovedOn is null && s.ReviewOn >= today);
        if (waiting is not null)
            return !viewer.May(Permission.ApproveStrategy) || waiting.FiledBy == viewer.UserId ? []
                : [new("Approve the training strategy", $"/Agencies/{agencyId}/Strategy/{waiting.Id}/Approve", null,
                    "It counts once someone other than whoever filed it has approved it")];
        if (filed.Find(s => s.ApprovedOn is not null) is not { } inForce || inForce.ReviewOn > today.AddDays(DaysAhead)) return [];
        return [new(
            viewer.May(Permission.FileStrategy) ? "File the next training strategy" : "Have the training strategy reviewed",
            $"/Agencies/{agencyId}/Strategy", inForce.ReviewOn, "After its review date it counts no longer")];
    }
}
