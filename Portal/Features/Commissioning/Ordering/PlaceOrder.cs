using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Ledger;

namespace Portal.Features.Commissioning.Ordering;

/// <summary>
/// Makes an order of an approved request, and promises its amount in the funding ledger at once. Each request is ordered once, and two
/// orders at once promise no more than is free. Everyone who asked is told.
/// </summary>
public sealed class PlaceOrder(PortalDb db, StepOfRequest steps, UkClock clock)
{
    /// <param name="SourceId">What pays for it; null where the partnership pays nothing.</param>
    public sealed record Entry(Id<Provider>? ProviderId, Money Amount, string Terms, Id<FundingSource>? SourceId);

    public Task RunAsync(Viewer viewer, Id<CommissioningRequest> id, Entry entry, int seen, CancellationToken cancel) =>
        db.OneAtATimeAsync(viewer, async () =>
        {
            viewer.Require(Permission.DecideRequests);
            await db.HoldAsync(id, cancel);
            var request = await db.CommissioningRequests.AsSplitQuery().VisibleTo(viewer).Where(r => r.Id == id)
                .Include(r => r.Costs).Include(r => r.Parties).Include(r => r.Events).Include(r => r.Appeal)
                .OneOrRefuseAsync("This request is not within your reach", null, cancel);
            if (await db.TrainingOrders.AnyAsync(o => o.RequestId == id, cancel))
                throw new Refused("This request has been ordered already");
            Refused.IfStale(request, seen);
            var provider = await db.Providers.OfPartnership(viewer).Where(p => p.Id == (entry.ProviderId ?? request.ProviderId))
                .OneOrRefuseAsync("Select a provider of the register", nameof(entry.ProviderId), cancel);
            var number = await db.TrainingOrders.OfPartnership(viewer).MaxAsync(o => (int?)o.Number, cancel) ?? 0;
            var order = request.Order(viewer, number + 1, provider, entry.Amount, entry.Terms, clock.Now);
            if (order.Amount > Money.Zero) order.PaidFrom(await PromiseAsync(viewer, request, order, entry.SourceId, cancel));
            db.TrainingOrders.Add(order);
            var step = await steps.AboutAsync(request, cancel);
            await steps.TellAskingAsync(viewer, step, to => new RequestOrderedMail(step.About, to, order.Reference, provider.Name), cancel);
            db.AlsoConcerns(request.Asking);
            await db.SaveAsync(viewer, $"Ordered {order.Reference}, {request.Title}, from {provider.Name} for {order.Amount}", cancel);
        }, cancel);

    /// <summary>For the agency that asks alone; what several ask for together serves all.</summary>
    private Task<FundingCommitment> PromiseAsync(
        Viewer viewer, CommissioningRequest request, TrainingOrder order, Id<FundingSource>? source, CancellationToken cancel) =>
        db.PromiseAsync(viewer, new(source ?? throw new Refused("Select a source", nameof(Entry.SourceId)),
            request.Parties.Count == 0 ? request.AgencyId : null, $"{order.Reference}, {request.Title}", order.Amount),
            clock.Today, cancel);
}
