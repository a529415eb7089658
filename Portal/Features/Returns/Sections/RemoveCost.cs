using Portal.Data;

namespace Portal.Features.Returns.Sections;

public sealed class RemoveCost(PortalDb db, WriteReturn write)
{
    public Task RunAsync(Viewer viewer, Id<AgencyReturn> id, Id<CostLine> costId, CancellationToken cancel) =>
        write.RunAsync(viewer, id, ReturnSection.Costing, "Removed a cost from a return", async _ =>
            db.CostLines.Remove(await db.CostLines.Where(c => c.ReturnId == id && c.Id == costId)
                .OneOrRefuseAsync("This cost is no longer part of the return", null, cancel)), cancel);
}
