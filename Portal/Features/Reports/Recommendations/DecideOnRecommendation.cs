using Portal.Data;

namespace Portal.Features.Reports.Recommendations;

/// <summary>
/// Changes, merges, adds, leaves out or puts back recommendations of a draft. One that is approved meanwhile is refused in words before it
/// is looked whether it is the one that the person saw.
/// </summary>
public sealed class DecideOnRecommendation(PortalDb db, UkClock clock)
{
    /// <param name="seen">The version of the edition that the person saw.</param>
    /// <param name="keys">Of the recommendations concerned; none for one that is added, several to merge.</param>
    /// <param name="words">What is said from now on, where words are asked for.</param>
    public Task RunAsync(Viewer viewer, Id<Edition> editionId, int seen, RecommendationStep step, IReadOnlyList<string> keys,
        string? words, CancellationToken cancel)
    {
        viewer.Require(Permission.PrepareEditions);
        return db.StepAsync(viewer, editionId, db.Editions.OfPartnership(viewer), seen: null, "report", edition =>
        {
            edition.RefuseUnlessDraft();
            Refused.IfStale(edition, seen);
            Decide(edition, viewer, step, keys, words ?? "");
            return Task.FromResult($"{step.Words()} in edition {edition.Number}");
        }, cancel);
    }

    private void Decide(Edition edition, Viewer viewer, RecommendationStep step, IReadOnlyList<string> keys, string words)
    {
        var (key, now) = (keys is [var first, ..] ? first : "", clock.Now);
        switch (step)
        {
            case RecommendationStep.Added: edition.Recommend(viewer, words, now); break;
            case RecommendationStep.Reworded: edition.Reword(viewer, key, words, now); break;
            case RecommendationStep.Merged: edition.Merge(viewer, keys, words, now); break;
            case RecommendationStep.Dropped: edition.Drop(viewer, key, now); break;
            case RecommendationStep.PutBack: edition.PutBack(viewer, key, now); break;
            case RecommendationStep.Kept: edition.Keep(viewer, key, now); break;
        }
    }
}
