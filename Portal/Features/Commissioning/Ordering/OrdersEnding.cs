using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Commissioning.Ordering;

/// <summary>
/// Orders of which money is not spent, and whose last day comes within 90 days or is over: the last that the request wanted, or that on
/// which what pays for it can be spent, whichever is first. The first before the others.
/// </summary>
public sealed class OrdersEnding(PortalDb db, DatesOfOrder dates, UkClock clock)
{
    /// <param name="Until">The last day on which it was to be given.</param>
    /// <param name="Unspent">For dates to come, and for what no date gives yet.</param>
    /// <param name="Source">What pays for it, where its money ends before the days asked for do; null elsewhere.</param>
    public sealed record Row(
        Id<CommissioningRequest> RequestId, int Number, string Title, DateOnly Until, Money Unspent, string? Source)
    {
        public string Reference => TrainingOrder.ReferenceOf(Number);

        /// <summary>Its page, whatever was ordered since.</summary>
        public string Page => $"/Commissioning/{RequestId}/Order/{Number}";

        /// <summary>What the last day is, after a name of it: "It …".</summary>
        public string Why => Source is null ? "was to be given by that day"
            : $"is paid from {Source}, which cannot be spent after that day";
    }

    public async Task<IReadOnlyList<Row>> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        var last = clock.Today.AddDays(EndingSoon.Days);
        var orders = db.TrainingOrders.AsNoTracking().OfPartnership(viewer).Include(o => o.Runs).Where(o => o.EndedOn == null);
        var open = await (from order in orders
                          join request in db.CommissioningRequests on order.RequestId equals request.Id
                          join commitment in db.FundingCommitments on order.CommitmentId equals (Id<FundingCommitment>?)commitment.Id
                              into promised
                          from commitment in promised.DefaultIfEmpty()
                          join source in db.FundingSources on commitment.SourceId equals source.Id into paying
                          from source in paying.DefaultIfEmpty()
                          where request.Until <= last || source.EndsOn <= last
                          select new
                          {
                              order, request.Id, request.Title, request.Until, Ends = source.EndsOn, Source = source.Name,
                              AllPlaces = (request.Places ?? 0) + request.Parties.Sum(p => p.Places),
                          }).ToListAsync(cancel);
        var given = await dates.OfAsync([.. open.Select(o => o.order)], cancel);
        List<Row> rows = [];
        foreach (var each in open)
        {
            var spending = OrderSpending.Of(each.order, each.AllPlaces,
                [.. given[each.order.Id].Select(d => (d.Places, d.Standing))]);
            if (spending.Unspent > Money.Zero && TrainingOrder.GivenBy(each.Until, each.Ends) is { } until)
                rows.Add(new(each.Id, each.order.Number, each.Title, until, spending.Unspent, until < (each.Until ?? DateOnly.MaxValue)
                    ? each.Source : null));
        }
        return [.. rows.OrderBy(r => r.Until).ThenBy(r => r.Number)];
    }
}
