using Microsoft.EntityFrameworkCore;

namespace Portal.Data;

/// <summary>
/// Everyone in post at an agency who needs a level: one pass over the people and one over their records, for every agency or for one.
/// </summary>
/// <param name="Level">The level needed; null for people none of whose jobs is mapped.</param>
/// <param name="InDate">Hold it, in date.</param>
/// <param name="EverHeld">Hold it or once held it.</param>
/// <param name="Mapped">Have every job mapped.</param>
/// <remarks>
/// The two are put together here: a database that knows nothing of its rows joins two grouped queries by going through all of the one
/// for each row of the other, which took PostgreSQL 22 seconds for 20,000 people instead of half a second.
/// </remarks>
public sealed record LevelCount(Id<Agency> AgencyId, int? Level, int People, int InDate, int EverHeld, int Mapped)
{
    public static async Task<List<LevelCount>> OnAsync(
        PortalDb db, Framework framework, DateOnly day, Id<Agency>? agency, CancellationToken cancel)
    {
        var needs = await Need.InPost(db, framework.PartnershipId, framework.Id, day, agency)
            .Select(n => new { n.AgencyId, n.StaffId, n.Level, n.Unmapped }).ToListAsync(cancel);
        var records = await Trained.On(db, framework, Need.Posts(db, framework.PartnershipId, day, agency).Select(p => p.StaffId), day)
            .ToDictionaryAsync(t => t.StaffId, cancel);
        var (none, rule) = (new Trained(), new Rule(framework));
        return needs
            .GroupBy(n => (n.AgencyId, n.Level), n => (n.Unmapped, Held: rule.On(n.Level, records.GetValueOrDefault(n.StaffId, none))))
            .Select(g => new LevelCount(
                g.Key.AgencyId, g.Key.Level, g.Count(), g.Count(p => p.Held.InDate), g.Count(p => p.Held.Ever),
                g.Count(p => p.Unmapped == 0)))
            .ToList();
    }

    /// <summary>Whether somebody's bits answer the level that they need. There are few different bits, so each is judged once.</summary>
    private sealed class Rule(Framework framework)
    {
        private readonly HashSet<int> levels = [.. framework.Levels.Select(l => l.Number)];
        private readonly Dictionary<(int Level, int Ever, int InDate), (bool InDate, bool Ever)> judged = [];

        public (bool InDate, bool Ever) On(int? need, Trained records)
        {
            if (need is not { } level || !levels.Contains(level)) return (false, false);
            if (judged.TryGetValue((level, records.Ever, records.InDate), out var known)) return known;
            var inDate = Trained.Holds<Trained>(framework, level, t => t.Ever, t => t.InDate).Compile(preferInterpretation: true);
            var ever = Trained.EverAnswered<Trained>(framework, level, t => t.Ever).Compile(preferInterpretation: true);
            return judged[(level, records.Ever, records.InDate)] = (inDate(records), ever(records));
        }
    }
}
