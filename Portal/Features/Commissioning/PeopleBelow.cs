using Portal.Data;

namespace Portal.Features.Commissioning;

/// <summary>
/// How many people whose jobs need a level do not hold it in date today, of an agency or of the whole partnership: what a request would
/// help with, by the count that agencies and standards are judged by.
/// </summary>
public sealed class PeopleBelow(PortalDb db, UkClock clock)
{
    public async Task<IReadOnlyDictionary<int, int>> RunAsync(Viewer viewer, Id<Agency>? agency, CancellationToken cancel)
    {
        if (await db.RuleInForceAsync(viewer.PartnershipId, clock.Today, cancel) is not { } framework) return new Dictionary<int, int>();
        return (await LevelCount.OnAsync(db, framework, clock.Today, agency, cancel)).Where(c => c.Level is not null)
            .GroupBy(c => c.Level!.Value).ToDictionary(g => g.Key, g => g.Sum(c => c.People - c.InDate));
    }
}
