using Portal.Data;
using Portal.Features.Returns.Sections;

namespace Portal.Features.Funding;

/// <summary>Records that a board has been asked for a contribution.</summary>
public sealed class AskForContribution(PortalDb db, UkClock clock)
{
    public async Task RunAsync(Viewer viewer, string board, Money asked, DateOnly askedOn, CancellationToken cancel)
    {
        viewer.Require(Permission.EditFunding);
        db.ContributionRequests.Add(ContributionRequest.Of(viewer.PartnershipId, board, asked, askedOn, clock.Today));
        await db.SaveAsync(viewer, $"Asked {board} for {asked}", cancel);
    }
}
