using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Commissioning.Ordering;

/// <summary>
/// Cancels an order of which nothing was held, or closes one of which a part was. What is not spent is released in the ledger in the same
/// save, dates to come stand under it no more, and everyone who asked is told.
/// </summary>
public sealed class EndOrder(PortalDb db, ChangeOrder orders, DatesOfOrder dates, StepOfRequest steps, UkClock clock)
{
    /// <param name="number">Of the order.</param>
    public Task RunAsync(
        Viewer viewer, Id<CommissioningRequest> id, int number, bool cancelIt, string? because, int seen, CancellationToken cancel) =>
        orders.RunAsync(viewer, id, number, seen, async order =>
        {
            var request = await db.CommissioningRequests.AsSplitQuery().Include(r => r.Parties).Include(r => r.Events)
                .SingleAsync(r => r.Id == id, cancel);
            var under = await dates.RunAsync(order, cancel);
            var standing = under.ToDictionary(d => d.Id, d => d.Standing);
            if (cancelIt) order.Cancel(because, standing, clock.Today);
            else
                order.Close(because, OrderSpending.Of(order, request.AllPlaces, [.. under.Select(d => (d.Places, d.Standing))]).Spent,
                    standing, clock.Today);
            var money = await db.FundingCommitments.SingleOrDefaultAsync(c => c.Id == order.CommitmentId && c.ReleasedOn == null, cancel);
            money?.Release(clock.Today, order.Kept!.Value);
            request.OrderEnded(viewer, order, clock.Now);
            db.RaiseVersion(request);
            var step = await steps.AboutAsync(request, cancel);
            await steps.TellAskingAsync(viewer, step,
                to => new RequestOrderEndedMail(step.About, to, order.Reference, order.IsCancelled, because!), cancel);
            db.AlsoConcerns(request.Asking);
            return cancelIt ? "Cancelled" : "Closed";
        }, cancel);
}
