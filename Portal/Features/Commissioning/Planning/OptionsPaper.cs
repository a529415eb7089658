using Portal.Features.Funding;
using Portal.Features.Returns.Totals;

namespace Portal.Features.Commissioning.Planning;

/// <summary>
/// What a board needs to choose how training is paid for: the gap and its cost, the money there is, and plans beside one another.
/// </summary>
public sealed class OptionsPaper(FundingLedger ledger, BoroughFigures gap, PlanList list, PlanView plans)
{
    /// <summary>How many plans stand beside one another.</summary>
    public const int Most = 3;

    /// <param name="Gap">The same figures as on the page of the gap and its cost.</param>
    /// <param name="Plans">In the order in which they were chosen; the newest while none is, the oldest of them first.</param>
    /// <param name="Ready">Plans to choose from.</param>
    public sealed record View(
        FundingLedger.View Ledger, BoroughFigures.View Gap, IReadOnlyList<PlanView.Details> Plans, IReadOnlyList<PlanList.Row> Ready);

    public async Task<View> RunAsync(Viewer viewer, IReadOnlyList<Id<TrainingPlan>> chosen, CancellationToken cancel)
    {
        viewer.Require(Permission.ReadFunding);
        var ready = await list.ReadyAsync(viewer, cancel);
        var wanted = chosen.Where(c => ready.Exists(r => r.Id == c)).Distinct().Take(Most).ToList();
        if (wanted.Count == 0) wanted = [.. ready.Take(Most).OrderBy(r => r.Number).Select(r => r.Id)];
        List<PlanView.Details> found = [];
        foreach (var id in wanted)
            if (await plans.RunAsync(viewer, id, cancel) is { Answer: not null } plan)
                found.Add(plan);
        return new(await ledger.RunAsync(viewer, cancel), await gap.RunAsync(viewer, cancel), found, ready);
    }
}
