using Portal.Features.Funding;
using Portal.Features.Returns.Totals;

namespace Portal.Features.Reports.Figures;

/// <summary>
/// What closing the gaps costs and what there is to pay for it, as at the cut-off day. Null while no agency had signed a return
/// and the ledger was empty.
/// </summary>
public sealed class CostFigures(BoroughFigures gaps, FundingLedger ledger)
{
    public async Task<EditionCosts?> RunAsync(Viewer viewer, DateOnly cutOff, CancellationToken cancel)
    {
        var (gap, funding) = (await gaps.AsAtAsync(viewer, cutOff, cancel), await ledger.AsAtAsync(viewer, cutOff, cancel));
        var sources = funding.Open.Where(s => s.From <= cutOff).Select(s => new FundingLine(s.Name, s.Amount, s.Committed, s.EndsOn))
            .ToList();
        if (gap.Returned == 0 && sources.Count == 0) return null;
        var years = funding.Forecast(gap.Needs);
        Money By(params CostFunding[] any) => any.Sum(f => gap.CostByFunding.GetValueOrDefault(f));
        return new(gap.Returned, gap.Agencies.Count,
            [.. gap.Levels.Select(l => (Level: l, Cells: gap.Cells.Where(c => c.Level == l.Number).ToList()))
                .Select(l => new LevelCost(
                    l.Level.Code, l.Cells.Sum(c => c.People), l.Cells.Sum(c => c.Gap), gap.CostByLevel.GetValueOrDefault(l.Level.Number)))],
            [.. gap.Agencies.Where(a => a.ReturnId is not null)
                .Select(a => new AgencyCost(a.Id.Value, a.Name, a.People, a.Gap, a.Cost, a.Asked, a.NoSource, a.Cycle, a.SignedOn))],
            gap.Cost, By(CostFunding.OwnBudget, CostFunding.Other), By(CostFunding.Partnership), By(CostFunding.NoSource), sources,
            years.Sum(l => l.Shortfall), [.. gap.Agencies.Where(a => a.ReturnId is null).Select(a => a.Name)], years,
            [.. funding.Requests.Where(r => r.Answer == ContributionAnswer.Waiting || r.AnsweredOn > cutOff)
                .Select(r => new BoardAsked(r.Board, r.Asked, r.AskedOn))]);
    }
}
