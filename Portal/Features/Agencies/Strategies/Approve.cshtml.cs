using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Agencies.Strategies;

[Allow(Permission.ApproveStrategy)]
public sealed class ApproveModel(AgencyView agencies, ApproveStrategy approve, Viewer viewer) : AgencyPageModel(agencies, viewer)
{
    [FromRoute] public Id<TrainingStrategy> StrategyId { get; set; }
    public AgencyView.Strategy Strategy { get; private set; } = null!;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await approve.RunAsync(Viewer, StrategyId, cancel);
        TempData.Notify("Strategy approved");
        return RedirectToPage("Strategy", new { AgencyId });
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await base.LoadAsync(cancel) || Details.Strategies.FirstOrDefault(s => s.Id == StrategyId) is not { } strategy) return false;
        Strategy = strategy;
        return true;
    }
}
