using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Commissioning.Ordering;

/// <summary>
/// Puts a date of the catalogue under an order. Each date stands under one order at most, and is over while what pays for it can be spent.
/// </summary>
public sealed class PutDateUnderOrder(PortalDb db, ChangeOrder orders, DatesToOrder dates)
{
    /// <param name="number">Of the order; null for the newest of the request.</param>
    public Task RunAsync(Viewer viewer, Id<CommissioningRequest> id, int? number, Id<CourseRun> run, CancellationToken cancel) =>
        orders.RunAsync(viewer, id, number, null, async order =>
        {
            var found = await dates.Of(viewer, order.ProviderId).Where(r => r.Id == run)
                .OneOrRefuseAsync("Select a date of the list", "RunId", cancel);
            var pays = await db.FundingSources.Where(s => db.FundingCommitments.Any(c => c.Id == order.CommitmentId && c.SourceId == s.Id))
                .SingleOrDefaultAsync(cancel);
            if (pays?.WhyNotPaidOn(UkClock.DayOf(found.EndsAt), "This date") is { } no) throw new Refused(no, "RunId");
            order.Gives(run);
            return "Put a date under";
        }, cancel);
}
