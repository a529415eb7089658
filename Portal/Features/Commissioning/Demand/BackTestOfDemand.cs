using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Commissioning.Demand;

/// <summary>
/// The forecast as it would have been made 6 and 12 months ago, beside what became of it, as <see cref="MakeBackTest"/> kept it.
/// </summary>
public sealed class BackTestOfDemand(PortalDb db, UkClock clock)
{
    /// <param name="MadeOn">The day whose past it looks at.</param>
    /// <param name="Levels">Of the framework, from the lowest.</param>
    public sealed record Found(DemandBackTest Test, DateOnly MadeOn, IReadOnlyList<Level> Levels);

    /// <summary>Null until it is made by the framework that is in force.</summary>
    public async Task<Found?> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        viewer.Require(Permission.ReadGaps);
        if (await db.RuleInForceAsync(viewer.PartnershipId, clock.Today, cancel) is not { } framework) return null;
        var kept = await db.KeptBackTests.AsNoTracking().OfPartnership(viewer).SingleOrDefaultAsync(cancel);
        return kept?.FrameworkId == framework.Id
            ? new(kept.Read(), kept.MadeOn, [.. framework.Levels.OrderBy(l => l.Number)]) : null;
    }
}
