using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Security;

namespace Portal.Features.Agencies.Strategies;

/// <summary>The document to save, never to show in the portal's own address.</summary>
[Allow(Permission.ReadAgencies)]
public sealed class StrategyDocumentModel(StrategyFile files, Viewer viewer) : PageModel
{
    [FromRoute] public Id<TrainingStrategy> StrategyId { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await files.RunAsync(viewer, StrategyId, cancel) is not { } found) return NotFound();
        return File(found.Content, found.File.ContentType, found.File.Name);
    }
}
