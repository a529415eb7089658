using Portal.Data;

namespace Portal.Features.Funding;

/// <summary>
/// Frees money that was promised and will not be spent. Refused where another room looks after it: what was spent of an order would be free
/// again, and nobody would see it.
/// </summary>
public sealed class ReleaseFunding(PortalDb db, IEnumerable<INameCommitments> rooms, UkClock clock)
{
    public async Task RunAsync(Viewer viewer, Id<FundingCommitment> id, CancellationToken cancel)
    {
        viewer.Require(Permission.EditFunding);
        var commitment = await db.FundingCommitments.OfPartnership(viewer).Where(c => c.Id == id)
            .OneOrRefuseAsync("This commitment is no longer there", null, cancel);
        if ((await rooms.FindAsync(viewer, [id], cancel)).GetValueOrDefault(id) is { } purpose)
            throw new Refused($"This money is promised to {purpose.What}. {purpose.HowToRelease}");
        commitment.Release(clock.Today);
        await db.SaveAsync(viewer, $"Released {commitment.Amount}: {commitment.What}", cancel);
    }
}
