using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Hubs;

namespace Portal.Features.Commissioning;

/// <summary>Requests that wait for a decision, by the day on which it is due, and conditions whose day has come.</summary>
public sealed class DecisionTasks(PortalDb db, TermsOfPartnership terms, UkClock clock) : ITasks
{
    public int Order => 72;
    public Permission? Needs => Permission.DecideRequests;

    public async Task<IReadOnlyList<HomeTask>> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        var waiting = await db.CommissioningRequests.AsNoTracking().VisibleTo(viewer).Where(r => r.State == RequestState.Submitted)
            .Include(r => r.Events).OrderBy(r => r.SubmittedAt).ThenBy(r => r.Id).ToListAsync(cancel);
        var (by, today) = (await terms.RunAsync(viewer, cancel), clock.Today);
        var conditions = await db.CommissioningRequests.VisibleTo(viewer).NotCancelledBy(db, today)
            .SelectMany(r => r.Conditions, (r, c) => new { r.Id, r.Number, c.What, c.DueOn, c.MetOn })
            .Where(c => c.MetOn == null && c.DueOn <= today).OrderBy(c => c.DueOn).ThenBy(c => c.Number).ToListAsync(cancel);
        return
        [
            .. waiting.Select(r => new HomeTask($"Decide on {r.Reference}, {r.Title}", $"/Commissioning/{r.Id}", r.DecideBy(by, today),
                $"It is for {r.Route.Words()}")),
            .. conditions.Select(c => new HomeTask($"Ask whether a condition of {CommissioningRequest.ReferenceOf(c.Number)} is met",
                $"/Commissioning/{c.Id}", c.DueOn, c.What)),
        ];
    }
}
