using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Returns.Opening;

/// <summary>Opens a cycle: each open agency of its phase is asked for a return.</summary>
public sealed class OpenCycle(PortalDb db, AskForReturns ask)
{
    public async Task RunAsync(Viewer viewer, Id<Cycle> cycleId, CancellationToken cancel)
    {
        viewer.Require(Permission.ManageCycles);
        var title = await UnopenedAsync(viewer, cycleId, cancel);
        if (await ask.RunAsync(viewer, cycleId, $"Opened the cycle “{title}”", cancel) > 0) return;
        await UnopenedAsync(viewer, cycleId, cancel);
        throw new Refused("No open agency belongs to this phase yet");
    }

    private async Task<string> UnopenedAsync(Viewer viewer, Id<Cycle> cycleId, CancellationToken cancel)
    {
        var cycle = await db.Cycles.AsNoTracking().OfPartnership(viewer).Where(c => c.Id == cycleId)
            .OneOrRefuseAsync("This cycle is not within your reach", null, cancel);
        cycle.RefuseIfOpen();
        return cycle.Title;
    }
}
