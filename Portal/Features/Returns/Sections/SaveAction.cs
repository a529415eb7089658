using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Returns.Sections;

/// <summary>Adds an action to a return, or changes one.</summary>
public sealed class SaveAction(PortalDb db, WriteReturn write, UkClock clock)
{
    /// <param name="actionId">Null for a new one.</param>
    public async Task<Id<GapAction>> RunAsync(
        Viewer viewer, Id<AgencyReturn> id, Id<GapAction>? actionId, GapAction.Plan plan, int seen, CancellationToken cancel)
    {
        GapAction action = null!;
        await write.RunAsync(
            viewer, id, ReturnSection.Actions, actionId is null ? "Added an action to a return" : "Changed an action of a return",
            async _ =>
            {
                action = actionId is null ? new() { ReturnId = id }
                    : await db.GapActions.Include(a => a.Gaps).Where(a => a.ReturnId == id && a.Id == actionId)
                        .OneOrRefuseAsync("This action is no longer part of the return", null, cancel);
                if (actionId is null) db.GapActions.Add(action);
                else Refused.IfStale(action, seen);
                var gaps = await db.GapLines.CountAsync(l => l.ReturnId == id && plan.Gaps.Contains(l.Id), cancel);
                if (gaps != plan.Gaps.Distinct().Count())
                    throw new Refused("The figures were taken again meanwhile. Select the gaps once more", nameof(plan.Gaps));
                action.Change(plan, clock.Today);
                // Gaps alone may have changed, and still make a new version.
                if (actionId is not null) db.Entry(action).State = EntityState.Modified;
            }, cancel);
        return action.Id;
    }
}
