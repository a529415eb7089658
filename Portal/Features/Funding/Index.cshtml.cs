using Microsoft.AspNetCore.Mvc;
using Portal.Features.BoroughGap;
using Portal.Features.Returns;
using Portal.Features.Returns.Totals;
using Portal.Security;

namespace Portal.Features.Funding;

[Allow(Permission.ReadFunding)]
public sealed class IndexModel(FundingLedger ledger, BoroughFigures gap, IEnumerable<INameCommitments> rooms, Viewer viewer)
    : FundingPageModel(ledger, viewer)
{
    /// <summary>The financial year in which what is shown ended; null for what is open.</summary>
    [FromQuery] public int? Ended { get; set; }

    /// <summary>The lines of the ledger that are shown.</summary>
    public FundingLedger.Part Shown { get; private set; } = new([], [], []);

    /// <summary>What commitments are for, where a page of another room says it.</summary>
    public IReadOnlyDictionary<Id<FundingCommitment>, CommitmentFor> Purposes { get; private set; } =
        new Dictionary<Id<FundingCommitment>, CommitmentFor>();

    public IReadOnlyList<FundingForecast.Line> Forecast { get; private set; } = [];

    protected override async Task<bool> PrepareAsync(CancellationToken cancel)
    {
        Shown = Ledger.Shown(Ended);
        Purposes = await rooms.FindAsync(Viewer, [.. Shown.Commitments.Select(c => c.Id)], cancel);
        Forecast = Ledger.Forecast((await gap.RunAsync(Viewer, cancel)).Needs);
        return true;
    }
}
