using Portal.Data;

namespace Portal.Features.Reports;

/// <summary>Writes the commissioner's words under the headline of a draft.</summary>
public sealed class CommentOnEdition(PortalDb db, UkClock clock)
{
    public Task RunAsync(Viewer viewer, Id<Edition> editionId, string? commentary, int seen, CancellationToken cancel)
    {
        viewer.Require(Permission.PrepareEditions);
        return db.StepAsync(viewer, editionId, db.Editions.OfPartnership(viewer), seen, "report", edition =>
        {
            edition.Comment(viewer, commentary, clock.Now);
            return Task.FromResult($"Wrote the commentary of edition {edition.Number}");
        }, cancel);
    }
}
