using Portal.Data;

namespace Portal.Features.Imports;

/// <summary>The levels of the framework in force, to choose from.</summary>
public sealed class LevelChoices(PortalDb db, UkClock clock)
{
    public sealed record Choice(int Number, string Words);

    public async Task<IReadOnlyList<Choice>> RunAsync(Viewer viewer, CancellationToken cancel) =>
        await db.FrameworkInForceAsync(viewer.PartnershipId, clock.Today, cancel) is { } framework
            ? [.. framework.Levels.Select(l => new Choice(l.Number, $"Level {l.Code}: {l.Title}"))] : [];
}
