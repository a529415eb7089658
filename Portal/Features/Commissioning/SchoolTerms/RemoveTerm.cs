using Portal.Data;

namespace Portal.Features.Commissioning.SchoolTerms;

/// <summary>Removes a school term. Dates that were planned by it stay as they are.</summary>
public sealed class RemoveTerm(PortalDb db)
{
    public async Task RunAsync(Viewer viewer, Id<SchoolTerm> id, CancellationToken cancel)
    {
        viewer.Require(Permission.DecideRequests);
        var term = await db.SchoolTerms.OfPartnership(viewer).Where(t => t.Id == id)
            .OneOrRefuseAsync("This term is no longer there", null, cancel);
        db.Remove(term);
        await db.SaveAsync(viewer, $"Removed the school term {term.Name}", cancel);
    }
}
