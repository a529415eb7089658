using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Hubs;

namespace Portal.Features.Commissioning;

/// <summary>Requests of the viewer’s agency that were sent back, and conditions of its approvals that are still to be met.</summary>
public sealed class RequestTasks(PortalDb db) : ITasks
{
    public int Order => 92;
    public Permission? Needs => Permission.WriteRequests;

    public async Task<IReadOnlyList<HomeTask>> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        var own = db.CommissioningRequests.WrittenBy(viewer);
        var sentBack = await own.Where(r => r.State == RequestState.ChangesRequested).OrderBy(r => r.Number)
            .Select(r => new { r.Id, r.Number, r.Title, r.ChangeNote }).ToListAsync(cancel);
        var conditions = await own
            .SelectMany(r => r.Conditions.Where(c => c.MetOn == null), (r, c) => new { r.Id, r.Number, c.What, c.DueOn })
            .OrderBy(c => c.DueOn).ThenBy(c => c.Number).ToListAsync(cancel);
        return
        [
            .. sentBack.Select(r => new HomeTask($"Change {CommissioningRequest.ReferenceOf(r.Number)}, {r.Title}, and send it again",
                $"/Commissioning/{r.Id}", null, r.ChangeNote)),
            .. conditions.Select(c => new HomeTask($"Meet a condition of {CommissioningRequest.ReferenceOf(c.Number)}",
                $"/Commissioning/{c.Id}", c.DueOn, c.What)),
        ];
    }
}
