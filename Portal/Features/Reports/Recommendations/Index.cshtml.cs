using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Reports.Recommendations;

/// <summary>What the board is asked, one by one, with what the commissioner can do about each.</summary>
[Allow(Permission.PrepareEditions)]
public sealed class IndexModel(EditionView view, EditionHistory history, DecideOnRecommendation decide, Viewer viewer)
    : EditionPageModel(view, viewer)
{
    /// <summary>A button below a recommendation.</summary>
    public sealed record Decision(string Handler, Id<Edition> EditionId, int Seen, string Key, string Text, string About);

    [BindProperty] public string? Key { get; set; }
    [BindProperty] public int Seen { get; set; }
    public IReadOnlyList<EditionHistory.Row> Decisions { get; private set; } = [];
    public IReadOnlyList<(int Number, Recommendation Point)> Standing => Numbered(p => p.Stands);
    public IReadOnlyList<(int Number, Recommendation Point)> Dropped => Numbered(p => p.IsDropped);

    /// <summary>Whether it is known of each recommendation what it is about; else they can only be read.</summary>
    public bool IsNoted => Details.Content.Points is not null;
    public bool MayChange => Why is null;

    /// <summary>Why nothing can be changed; null while it can.</summary>
    public string? Why => Edition.State switch
    {
        EditionState.Draft when IsNoted => null,
        EditionState.Draft => "The figures of this draft were written before recommendations could be changed. Write them again first.",
        EditionState.Approved => $"Edition {Edition.Number} is approved. Withdraw the approval to change its recommendations.",
        _ => $"Edition {Edition.Number} is {Edition.State.Words()}, so its recommendations stay as they are.",
    };

    public static string State(Recommendation point) => point switch
    {
        { IsAdded: true } => "Added",
        { Own: not null } => "Changed",
        _ => "From the figures",
    };

    public IEnumerable<Recommendation> PartsOf(Recommendation point) => Points.Where(p => p.Into == point.Key);

    public Decision Button(string handler, Recommendation point, string text, string about) =>
        new(handler, EditionId, Edition.Version, point.Key, text, about);

    public Task<IActionResult> OnPostDropAsync(CancellationToken cancel) =>
        DecideAsync(RecommendationStep.Dropped, "Recommendation left out", cancel);

    public Task<IActionResult> OnPostPutBackAsync(CancellationToken cancel) =>
        DecideAsync(RecommendationStep.PutBack, "Recommendation put back", cancel);

    public Task<IActionResult> OnPostKeepAsync(CancellationToken cancel) =>
        DecideAsync(RecommendationStep.Kept, "Recommendation kept as it is", cancel);

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await base.LoadAsync(cancel)) return false;
        Decisions = [.. (await history.RunAsync(Viewer, EditionId, cancel)).Where(s => s.Step is null)];
        return true;
    }

    private async Task<IActionResult> DecideAsync(RecommendationStep step, string said, CancellationToken cancel)
    {
        await decide.RunAsync(Viewer, EditionId, Seen, step, [Key ?? ""], null, cancel);
        TempData.Notify(said);
        return RedirectToPage("Index", new { EditionId });
    }

    private IReadOnlyList<(int, Recommendation)> Numbered(Func<Recommendation, bool> which) =>
        [.. Points.Where(which).Select((p, i) => (i + 1, p))];
}
