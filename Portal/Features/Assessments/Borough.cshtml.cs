using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Components;
using Portal.Features.Assessments.Funding;
using Portal.Security;

namespace Portal.Features.Assessments;

[Allow(Permission.ReadGaps)]
public sealed class BoroughModel(BoroughGap gap, FundingLedger ledger, Viewer viewer) : PageModel
{
    public BoroughGap.View View { get; private set; } = null!;

    /// <summary>Null for those who do not see the ledger.</summary>
    public FundingLedger.View? Ledger { get; private set; }
    public bool MayOpenReturns => viewer.May(Permission.ReadAssessments);

    public IReadOnlyList<LevelBars.Row> Bars => [.. View.Levels.Select(l => new LevelBars.Row($"Level {l.Code}", Of(l.Number, c => c.People), Of(l.Number, c => c.People - c.Gap), 0))];

    public BoroughGap.Cell? At(AgencyType type, int level) => View.Cells.FirstOrDefault(c => c.Type == type && c.Level == level);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        View = await gap.RunAsync(viewer, cancel);
        if (viewer.May(Permission.ReadFunding)) Ledger = await ledger.RunAsync(viewer, cancel);
    }

    private int Of(int level, Func<BoroughGap.Cell, int> figure) => View.Cells.Where(c => c.Level == level).Sum(figure);
}
