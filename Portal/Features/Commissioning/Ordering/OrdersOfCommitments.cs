using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Funding;

namespace Portal.Features.Commissioning.Ordering;

/// <summary>Which lines of the ledger are promised to an order.</summary>
public sealed class OrdersOfCommitments(PortalDb db) : INameCommitments
{
    public async Task<IReadOnlyDictionary<Id<FundingCommitment>, CommitmentFor>> RunAsync(
        Viewer viewer, IReadOnlyCollection<Id<FundingCommitment>> commitments, CancellationToken cancel)
    {
        var orders = await db.TrainingOrders.OfPartnership(viewer)
            .Where(o => o.CommitmentId != null && commitments.Contains(o.CommitmentId.Value))
            .Select(o => new { CommitmentId = o.CommitmentId!.Value, o.Number, o.RequestId }).ToListAsync(cancel);
        return orders.ToDictionary(o => o.CommitmentId, o => new CommitmentFor($"order {TrainingOrder.ReferenceOf(o.Number)}",
            $"/Commissioning/{o.RequestId}/Order/{o.Number}", "Cancel or close the order instead: what is not spent is then set free"));
    }
}
