using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Ledger;

namespace Portal.Features.Commissioning.Ordering;

/// <summary>
/// Makes an order of an approved request, and promises its amount in the funding ledger at once. One order of it stands at a time: when
/// that was cancelled or closed, another can be for what is left of what was approved. Two orders at once promise no more than is free.
/// Everyone who asked is told.
/// </summary>
public sealed class PlaceOrder(PortalDb db, OrderedBefore ordered, StepOfRequest steps, UkClock clock)
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
            var before = await ordered.RunAsync(viewer, id, cancel);
            if (request.WhyNotOrdered(before) is { } no) throw new Refused(no);
            Refused.IfStale(request, seen);
            await RefuseIfNobodyIsLeftAsync(request, cancel);
            var provider = await db.Providers.OfPartnership(viewer).Where(p => p.Id == (entry.ProviderId ?? request.ProviderId))
                .OneOrRefuseAsync("Select a provider of the register", nameof(entry.ProviderId), cancel);
            var number = await db.TrainingOrders.OfPartnership(viewer).MaxAsync(o => (int?)o.Number, cancel) ?? 0;
            var order = request.Order(viewer, number + 1, provider, entry.Amount, entry.Terms, clock.Now, before);
            if (order.Amount > Money.Zero) order.PaidFrom(await PromiseAsync(viewer, request, order, entry.SourceId, cancel));
            db.TrainingOrders.Add(order);
            var step = await steps.AboutAsync(request, cancel);
            await steps.TellAskingAsync(viewer, step, to => new RequestOrderedMail(step.About, to, order.Reference, provider.Name), cancel);
            db.AlsoConcerns(request.Asking);
            await db.SaveAsync(viewer, $"Ordered {order.Reference}, {request.Title}, from {provider.Name} for {order.Amount}", cancel);
        }, cancel);

    private async Task RefuseIfNobodyIsLeftAsync(CommissioningRequest request, CancellationToken cancel)
    {
        // Whoever an agency was merged into needs it in its place; the partnership itself does not close.
        if (request.AgencyId is null) return;
        var (asking, open) = (request.Asking.ToList(), db.Agencies.OpenOn(clock.Today));
        if (!await db.Agencies.AnyAsync(
            a => asking.Contains(a.Id) && (a.MergedIntoId != null || open.Any(o => o.Id == a.Id)), cancel))
            throw new Refused("Every agency that asked has closed, so nobody is left who needs it");
    }

    /// <summary>For the agency that asks alone; what several ask for together serves all.</summary>
    private async Task<FundingCommitment> PromiseAsync(
        Viewer viewer, CommissioningRequest request, TrainingOrder order, Id<FundingSource>? source, CancellationToken cancel)
    {
        var promised = await db.PromiseAsync(viewer, new(source ?? throw new Refused("Select a source", nameof(Entry.SourceId)),
            request.Parties.Count == 0 ? request.AgencyId : null, $"{order.Reference}, {request.Title}", order.Amount),
            clock.Today, cancel);
        var pays = await db.FundingSources.SingleAsync(s => s.Id == promised.SourceId, cancel);
        if (request.From is { } first && pays.WhyNotPaidOn(first, "The first date") is { } no)
            throw new Refused(no, nameof(Entry.SourceId));
        return promised;
    }
}
