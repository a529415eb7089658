using Portal.Data;

namespace Portal.Features.Returns.Sections;

/// <summary>Adds a line to the costing of an action, or changes one.</summary>
public sealed class SaveCost(PortalDb db, WriteReturn write)
{
    /// <param name="costId">Null for a new one.</param>
    public Task RunAsync(
        Viewer viewer, Id<AgencyReturn> id, Id<GapAction> actionId, Id<CostLine>? costId, CostLine.Entry entry, int seen,
        CancellationToken cancel) =>
        write.RunAsync(viewer, id, ReturnSection.Costing, costId is null ? "Added a cost to a return" : "Changed a cost of a return",
            async _ =>
            {
                await db.GapActions.Where(a => a.ReturnId == id && a.Id == actionId)
                    .OneOrRefuseAsync("This action is no longer part of the return", nameof(actionId), cancel);
                var line = costId is null ? new CostLine { ReturnId = id, ActionId = actionId }
                    : await db.CostLines.Where(c => c.ReturnId == id && c.ActionId == actionId && c.Id == costId)
                        .OneOrRefuseAsync("This cost is no longer part of the return", null, cancel);
                if (costId is null) db.CostLines.Add(line);
                else Refused.IfStale(line, seen);
                line.Change(entry);
            }, cancel);
}
