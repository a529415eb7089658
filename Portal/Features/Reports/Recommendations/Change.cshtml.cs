using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Reports.Recommendations;

/// <summary>Other words for a recommendation, or one more when the address names none.</summary>
[Allow(Permission.PrepareEditions)]
public sealed class ChangeModel(EditionView view, DecideOnRecommendation decide, Viewer viewer) : EditionPageModel(view, viewer)
{
    [FromQuery] public string? Key { get; set; }
    [BindProperty] public int Seen { get; set; }

    [BindProperty, Required(ErrorMessage = "Write what the board is asked"), UpTo(Recommendation.Longest, What = "A recommendation")]
    public string? Text { get; set; }

    public Recommendation? Point => Points.FirstOrDefault(r => r.Key == Key);

    public IActionResult OnGet()
    {
        if (Key is not null && Point is null) return NotFound();
        (Text, Seen) = (Point?.Text, Edition.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        var step = Key is null ? RecommendationStep.Added : RecommendationStep.Reworded;
        await decide.RunAsync(Viewer, EditionId, Seen, step, Key is null ? [] : [Key], Text, cancel);
        TempData.Notify(step.Words());
        return RedirectToPage("Index", new { EditionId });
    }
}
