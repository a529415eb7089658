using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Components;
using Portal.Features.Funding;
using Portal.Features.Returns;
using Portal.Features.Returns.Totals;
using Portal.Security;

namespace Portal.Features.BoroughGap;

[Allow(Permission.ReadGaps)]
public sealed class IndexModel(BoroughFigures gap, FundingLedger ledger, Viewer viewer) : PageModel
{
    public BoroughFigures.View View { get; private set; } = null!;

    /// <summary>Null for those who do not see the ledger.</summary>
    public FundingLedger.View? Ledger { get; private set; }
    public bool MayOpenReturns => viewer.May(Permission.ReadReturns);

    public IReadOnlyList<FundingForecast.Line> Forecast => Ledger?.Forecast(View.Needs) ?? [];
    public IReadOnlyList<GapByLevel.Row> Levels => [.. View.Levels.Select(l => new GapByLevel.Row(
        $"Level {l.Code}", View.Cells.Where(c => c.Level == l.Number).Sum(c => c.People),
        View.Cells.Where(c => c.Level == l.Number).Sum(c => c.Gap)))];
    public IReadOnlyList<GapByKind.Row> Kinds => [.. View.Agencies.Where(a => a.ReturnId is not null).GroupBy(a => a.Type)
        .OrderBy(g => g.Key)
        .Select(g => new GapByKind.Row(
            g.Key.Words(), [.. View.Levels.Select(l => View.At(g.Key, l.Number)).Select(c => (c?.Gap ?? 0, c?.People ?? 0))],
            g.Sum(a => a.Cost)))];

    public IReadOnlyList<BigFigures.Item> Figures =>
    [
        new(Words.Number(View.Gap), "people below their level", Note: $"of {Words.Number(View.People)}"),
        new(View.Cost.ToString(pence: false), "closes the gap", Note: $"{View.NotPaid} not paid by agencies"),
        .. Ledger is null ? []
            : new BigFigures.Item[]
            {
                new($"{Forecast.Sum(l => l.Shortfall)}", "still to be found",
                    Note: Forecast.Count == 0 ? "nothing is asked" : $"of {Forecast.Sum(l => l.Needed)} needed")
            },
        new(Words.Number(View.Unknown), View.Unknown == 1 ? "agency unknown" : "agencies unknown",
            Note: $"of {Words.Number(View.Agencies.Count)}, no signed return"),
    ];

    public string Code(int level) => View.Levels.FirstOrDefault(l => l.Number == level)?.Code ?? $"{level}";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        View = await gap.RunAsync(viewer, cancel);
        if (viewer.May(Permission.ReadFunding)) Ledger = await ledger.RunAsync(viewer, cancel);
    }
}
