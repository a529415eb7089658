using Portal.Features.BoroughGap;
using Portal.Features.Returns;
using Portal.Features.Returns.Totals;
using Portal.Security;

namespace Portal.Features.Funding;

[Allow(Permission.ReadFunding)]
public sealed class IndexModel(FundingLedger ledger, BoroughFigures gap, Viewer viewer) : FundingPageModel(ledger, viewer)
{
    public IReadOnlyList<FundingForecast.Line> Forecast { get; private set; } = [];

    protected override async Task<bool> PrepareAsync(CancellationToken cancel)
    {
        Forecast = Ledger.Forecast((await gap.RunAsync(Viewer, cancel)).Needs);
        return true;
    }
}
