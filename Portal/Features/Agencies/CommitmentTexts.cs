using Portal.Data.Seeding;

namespace Portal.Features.Agencies;

/// <summary>The partnership's training commitment, every version that has begun, the current one first.</summary>
public sealed class CommitmentTexts(SeedFiles seeds, UkClock clock)
{
    public sealed record Text(int Number, DateOnly From, string Title, IReadOnlyList<string> Undertakings);

    public Task<IReadOnlyList<Text>> RunAsync(CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyList<Text>>([.. seeds.Commitments.Where(c => c.From <= clock.Today)
            .OrderByDescending(c => c.Number).Select(c => new Text(c.Number, c.From, c.Title, c.Undertakings))]);
    }
}
