using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Hubs;

namespace Portal.Features.Commissioning;

/// <summary>
/// Requests of the viewer’s agency that were sent back, urgent training that is still to be asked for, and conditions of its approvals that
/// are still to be met.
/// </summary>
public sealed class RequestTasks(PortalDb db, UkClock clock) : ITasks
{
    public int Order => 92;
    public Permission? Needs => Permission.WriteRequests;

    public async Task<IReadOnlyList<HomeTask>> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        var own = db.CommissioningRequests.WrittenBy(viewer);
        var sentBack = await own.Where(r => r.State == RequestState.ChangesRequested).OrderBy(r => r.Number)
            .Select(r => new { r.Id, r.Number, r.Title, r.ChangeNote }).ToListAsync(cancel);
        var urgent = await own.Where(r => r.State == RequestState.Draft && r.AskBy != null).OrderBy(r => r.AskBy).ThenBy(r => r.Number)
            .Select(r => new { r.Id, r.Number, r.Title, r.AskBy }).ToListAsync(cancel);
        var conditions = await own.NotCancelledBy(db, clock.Today)
            .SelectMany(r => r.Conditions.Where(c => c.MetOn == null), (r, c) => new { r.Id, r.Number, c.What, c.DueOn })
            .OrderBy(c => c.DueOn).ThenBy(c => c.Number).ToListAsync(cancel);
        return
        [
            .. sentBack.Select(r => new HomeTask($"Change {CommissioningRequest.ReferenceOf(r.Number)}, {r.Title}, and send it again",
                $"/Commissioning/{r.Id}", null, r.ChangeNote)),
            .. urgent.Select(r => new HomeTask($"Send {CommissioningRequest.ReferenceOf(r.Number)}, {r.Title}: it was commissioned first",
                $"/Commissioning/{r.Id}", r.AskBy)),
            .. conditions.Select(c => new HomeTask($"Meet a condition of {CommissioningRequest.ReferenceOf(c.Number)}",
                $"/Commissioning/{c.Id}", c.DueOn, c.What)),
        ];
    }
}
