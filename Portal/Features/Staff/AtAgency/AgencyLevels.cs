using Portal.Components;
using Portal.Data;
using Portal.Features.Agencies;

namespace Portal.Features.Staff.AtAgency;

/// <summary>For each level, how many people in post at an agency need it, hold it in date, and held it once.</summary>
public sealed class AgencyLevels(PortalDb db, UkClock clock)
{
    public sealed record Row(int Level, string Code, string Title, int Needed, int InDate, int Lapsed);

    /// <param name="Unmapped">People none of whose jobs is mapped to a level.</param>
    public sealed record Found(IReadOnlyList<Row> Rows, int People, int Unmapped)
    {
        /// <summary>How many hold what their job needs, and of how many that is not known; empty when nobody needs a level.</summary>
        public string Sentence
        {
            get
            {
                if (People == 0) return "Nobody is on its staff list.";
                var held = new Share(Rows.Sum(r => r.InDate), Rows.Sum(r => r.Needed));
                var share = held.Whole == 0 ? "" : $"{Words.Number(held.Count)} of {Words.Number(held.Whole)} staff"
                    + $"{(held.Percent() is { } percent ? $" ({percent})" : "")} are at the level their job needs.";
                var many = Unmapped == 1 ? "The level that one person needs" : $"The level that {Unmapped} people need";
                return Unmapped == 0 ? share : $"{share} {many} is not known yet.".Trim();
            }
        }
    }

    /// <param name="Threshold">The percentage of staff at their level that is asked for; null while nothing is measured.</param>
    public sealed record Against(AgencyView.Details Agency, Found Levels, int? Threshold, Viewer Viewer);

    public async Task<Found> RunAsync(Viewer viewer, Id<Agency> agencyId, CancellationToken cancel)
    {
        if (await db.RuleInForceAsync(viewer.PartnershipId, clock.Today, cancel) is not { } framework) return new([], 0, 0);
        var counts = await LevelCount.OnAsync(db, framework, clock.Today, agencyId, cancel);
        var rows = from level in framework.Levels
                   where !level.NeedsContent
                   let count = counts.FirstOrDefault(c => c.Level == level.Number)
                   select new Row(level.Number, level.Code, level.Title, count?.People ?? 0, count?.InDate ?? 0,
                       count is null ? 0 : count.EverHeld - count.InDate);
        return new([.. rows], counts.Sum(c => c.People), counts.FirstOrDefault(c => c.Level is null)?.People ?? 0);
    }
}
