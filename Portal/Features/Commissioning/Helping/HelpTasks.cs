using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Hubs;

namespace Portal.Features.Commissioning.Helping;

/// <summary>For a colleague: the parts of requests that they were asked to write.</summary>
public sealed class HelpTasks(PortalDb db) : ITasks
{
    public int Order => 93;
    public Permission? Needs => Permission.HelpWithRequests;

    public async Task<IReadOnlyList<HomeTask>> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        var asked = await db.CommissioningRequests.HelpedBy(viewer)
            .SelectMany(r => r.Helpers.Where(h => h.UserId == viewer.UserId),
                (r, h) => new { r.Id, r.Number, r.Title, r.ChangeNote, h.Part })
            .OrderBy(h => h.Number).ToListAsync(cancel);
        return [.. asked.OrderBy(h => h.Number).ThenBy(h => h.Part).Select(h => new HomeTask(
            $"Write “{h.Part.Words()}” of {CommissioningRequest.ReferenceOf(h.Number)}, {h.Title}", $"/Commissioning/{h.Id}/{h.Part}",
            null, h.ChangeNote))];
    }
}
