using Portal.Data;

namespace Portal.Features.Funding;

/// <summary>Frees money that was promised and will not be spent.</summary>
public sealed class ReleaseFunding(PortalDb db, UkClock clock)
{
    public async Task RunAsync(Viewer viewer, Id<FundingCommitment> id, CancellationToken cancel)
    {
        viewer.Require(Permission.EditFunding);
        var commitment = await db.FundingCommitments.OfPartnership(viewer).Where(c => c.Id == id)
            .OneOrRefuseAsync("This commitment is no longer there", null, cancel);
        commitment.Release(clock.Today);
        await db.SaveAsync(viewer, $"Released {commitment.Amount}: {commitment.What}", cancel);
    }
}
