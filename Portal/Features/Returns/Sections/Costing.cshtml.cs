using Portal.Features.Returns.Totals;
using Portal.Security;

namespace Portal.Features.Returns.Sections;

[Allow(Permission.ReadReturns, Permission.WriteReturns)]
public sealed class CostingModel(ReturnView view, ActionsSection actions, CostTotals totals, ReturnProgress progress, Viewer viewer)
    : SectionPageModel(view, viewer)
{
    protected override ReturnSection Section => ReturnSection.Costing;
    public ActionsSection.Plans Plans { get; private set; } = null!;
    public CostTotals.Figures Totals { get; private set; } = null!;

    /// <summary>Gaps that no cost has been put to.</summary>
    public int NotCosted { get; private set; }

    public IReadOnlyList<(string, Money)> ByLevel =>
        [.. Totals.ByLevel.OrderBy(l => l.Key).Select(l => ($"Level {Return.Framework.Level(l.Key).Code}", l.Value))];

    public IReadOnlyList<(string, Money)> ByKind =>
        [.. Totals.ByKind.OrderByDescending(k => k.Value).Select(k => (k.Key.Words(), k.Value))];

    public IReadOnlyList<(string, Money)> ByFunding =>
        [.. Totals.ByFunding.OrderBy(f => f.Key).Select(f => (MayWrite ? f.Key.Words() : f.Key.ForAll(), f.Value))];

    protected override async Task<bool> ShowAsync(CancellationToken cancel)
    {
        (Plans, Totals) = (await actions.RunAsync(ReturnId, cancel), await totals.RunAsync(ReturnId, cancel));
        var figures = await progress.RunAsync(ReturnId, cancel);
        NotCosted = figures.Gaps - figures.Costed;
        return true;
    }
}
