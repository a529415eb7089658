using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Reports;

/// <summary>Writes the commissioner's words under the headline of a draft.</summary>
public sealed class CommentOnEdition(PortalDb db)
{
    public async Task RunAsync(Viewer viewer, Id<Edition> editionId, string? commentary, int seen, CancellationToken cancel)
    {
        viewer.Require(Permission.PrepareEditions);
        var edition = await db.Editions.OfPartnership(viewer).SingleAsync(e => e.Id == editionId, cancel);
        Refused.IfStale(edition, seen);
        edition.Comment(commentary);
        await db.SaveAsync(viewer, $"Wrote the commentary of edition {edition.Number}", cancel);
    }
}
