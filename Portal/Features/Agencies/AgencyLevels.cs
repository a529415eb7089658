using Portal.Data;

namespace Portal.Features.Agencies;

/// <summary>For each level, how many people in post at an agency need it, hold it in date, and held it once.</summary>
public sealed class AgencyLevels(PortalDb db, UkClock clock)
{
    public sealed record Row(int Level, string Code, string Title, int Needed, int InDate, int Lapsed);

    /// <summary>Unmapped: people none of whose jobs is mapped to a level.</summary>
    public sealed record Found(IReadOnlyList<Row> Rows, int People, int Unmapped);

    public async Task<Found> RunAsync(Viewer viewer, Id<Agency> agencyId, CancellationToken cancel)
    {
        if (await db.RuleInForceAsync(viewer.PartnershipId, clock.Today, cancel) is not { } framework) return new([], 0, 0);
        var counts = await LevelCount.OnAsync(db, framework, clock.Today, agencyId, cancel);
        var rows = from level in framework.Levels
                   where !level.NeedsContent
                   let count = counts.FirstOrDefault(c => c.Level == level.Number)
                   select new Row(level.Number, level.Code, level.Title, count?.People ?? 0, count?.InDate ?? 0, count is null ? 0 : count.EverHeld - count.InDate);
        return new([.. rows], counts.Sum(c => c.People), counts.FirstOrDefault(c => c.Level is null)?.People ?? 0);
    }
}
