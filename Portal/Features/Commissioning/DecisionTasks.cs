using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Hubs;

namespace Portal.Features.Commissioning;

/// <summary>Requests that wait for a decision, by the day on which it is due.</summary>
public sealed class DecisionTasks(PortalDb db, TermsOfPartnership terms, UkClock clock) : ITasks
{
    public int Order => 70;
    public Permission? Needs => Permission.DecideRequests;

    public async Task<IReadOnlyList<HomeTask>> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        var waiting = await db.CommissioningRequests.AsNoTracking().VisibleTo(viewer).Where(r => r.State == RequestState.Submitted)
            .Include(r => r.Events).OrderBy(r => r.SubmittedAt).ThenBy(r => r.Id).ToListAsync(cancel);
        if (waiting.Count == 0) return [];
        var by = await terms.RunAsync(viewer, cancel);
        return [.. waiting.Select(r => new HomeTask($"Decide on {r.Reference}, {r.Title}", $"/Commissioning/{r.Id}",
            clock.Today.AddWorkingDays(by.TargetWorkingDays - r.WorkingDaysWaited(clock.Today)), $"It is for {r.Route.Words()}"))];
    }
}
