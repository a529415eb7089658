using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Agencies.Commitments;

/// <summary>The partnership's training commitment, every version that has begun, the current one first.</summary>
public sealed class CommitmentTexts(PortalDb db, UkClock clock)
{
    public sealed record Text(int Number, DateOnly From, string Title, IReadOnlyList<string> Undertakings);

    public async Task<IReadOnlyList<Text>> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        var begun = db.TrainingCommitments.AsNoTracking().OfPartnership(viewer).Where(c => c.From <= clock.Today);
        return [.. (await begun.OrderByDescending(c => c.Number).ToListAsync(cancel))
            .Select(c => new Text(c.Number, c.From, c.Title, c.Undertakings))];
    }
}
