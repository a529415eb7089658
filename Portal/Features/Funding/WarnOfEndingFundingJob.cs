using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Outbox;

namespace Portal.Features.Funding;

/// <summary>Tells commissioners, once for each of 90, 60 and 30 days before, of sources that end while money of them is free.</summary>
public sealed class WarnOfEndingFundingJob(PortalDb db, FundingLedger ledger, UkClock clock)
{
    public Task<string?> RunAsync(CancellationToken cancel) => db.WarnEachPartnershipAsync(viewer => TellAsync(viewer, cancel), cancel);

    private async Task<int> TellAsync(Viewer viewer, CancellationToken cancel)
    {
        var ending = (await ledger.RunAsync(viewer, cancel)).Open.Where(s => s.Free > Money.Zero)
            .Select(s => (Source: s, Days: EndingSoon.Of(s.EndsOn, clock.Today))).Where(s => s.Days is not null).ToList();
        if (ending.Count == 0) return 0;
        var commissioners = await db.CommissionersAsync(viewer, clock.Today, cancel);
        return await db.TellOnceAsync(viewer, ending.SelectMany(e => commissioners.Select(to => new FundingEndingMail(
            to, e.Source.Id, e.Source.Name, e.Source.Free, e.Source.EndsOn!.Value, e.Days!.Value))), "Warned of funding that ends", cancel);
    }
}
