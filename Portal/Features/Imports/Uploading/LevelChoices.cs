using Portal.Components;
using Portal.Components.GovUk;
using Portal.Data;

namespace Portal.Features.Imports.Uploading;

/// <summary>The levels of the framework in force, to choose from.</summary>
public sealed class LevelChoices(PortalDb db, UkClock clock)
{
    public async Task<IReadOnlyList<Choice>> RunAsync(Viewer viewer, CancellationToken cancel) =>
        await db.FrameworkInForceAsync(viewer.PartnershipId, clock.Today, cancel) is { } framework
            ? framework.Levels.Choices() : [];
}
