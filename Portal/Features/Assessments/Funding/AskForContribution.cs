using Portal.Data;

namespace Portal.Features.Assessments.Funding;

/// <summary>Records that a board has been asked for a contribution.</summary>
public sealed class AskForContribution(PortalDb db, UkClock clock)
{
    public async Task RunAsync(Viewer viewer, string board, Money asked, DateOnly askedOn, CancellationToken cancel)
    {
        viewer.Require(Permission.EditFunding);
        if (asked <= Money.Zero) throw new Refused("Enter an amount more than £0", "Asked");
        if (askedOn > clock.Today) throw new Refused("The date must be today or in the past", "AskedOn");
        db.ContributionRequests.Add(new() { PartnershipId = viewer.PartnershipId, Board = board, Asked = asked, AskedOn = askedOn });
        await db.SaveAsync(viewer, $"Asked {board} for {asked}", cancel);
    }
}
