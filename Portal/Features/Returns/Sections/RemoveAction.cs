using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Returns.Sections;

/// <summary>Takes an action, and what it would have cost, out of a return.</summary>
public sealed class RemoveAction(PortalDb db, WriteReturn write)
{
    public Task RunAsync(Viewer viewer, Id<AgencyReturn> id, Id<GapAction> actionId, CancellationToken cancel) =>
        write.RunAsync(viewer, id, ReturnSection.Actions, "Removed an action from a return", async _ =>
        {
            var action = await db.GapActions.Include(a => a.Gaps).Where(a => a.ReturnId == id && a.Id == actionId)
                .OneOrRefuseAsync("This action is no longer part of the return", null, cancel);
            db.CostLines.RemoveRange(await db.CostLines.Where(c => c.ActionId == actionId).ToListAsync(cancel));
            db.GapActions.Remove(action);
        }, cancel);
}
