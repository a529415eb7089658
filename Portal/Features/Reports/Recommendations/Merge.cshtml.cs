using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Reports.Recommendations;

/// <summary>Several are chosen first, by the address; then one text takes their place.</summary>
[Allow(Permission.PrepareEditions)]
public sealed class MergeModel(EditionView view, DecideOnRecommendation decide, Viewer viewer) : EditionPageModel(view, viewer)
{
    [FromQuery] public List<string> Keys { get; set; } = [];

    /// <summary>Whether "Continue" was pressed.</summary>
    [FromQuery] public bool Choose { get; set; }
    [BindProperty] public int Seen { get; set; }

    [BindProperty, Required(ErrorMessage = "Write what the board is asked"), UpTo(Recommendation.Longest, What = "A recommendation")]
    public string? Text { get; set; }

    public IReadOnlyList<Recommendation> Standing => [.. Points.Where(r => r.Stands)];
    public IReadOnlyList<Recommendation> Chosen => [.. Standing.Where(r => Keys.Contains(r.Key))];
    public bool IsChosen => Chosen.Count > 1;

    public void OnGet()
    {
        ModelState.Clear();
        if (Choose && !IsChosen) ModelState.AddModelError(nameof(Keys), "Select two or more recommendations");
        (Text, Seen) = (string.Join("\n", Chosen.Select(r => r.Text)), Edition.Version);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await decide.RunAsync(Viewer, EditionId, Seen, RecommendationStep.Merged, Keys, Text, cancel);
        TempData.Notify(RecommendationStep.Merged.Words());
        return RedirectToPage("Index", new { EditionId });
    }
}
