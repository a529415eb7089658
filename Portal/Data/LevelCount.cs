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
        var (none, rule) = (new Trained(), new Trained.Rule(framework));
        return [.. needs
            .GroupBy(n => (n.AgencyId, n.Level), n => (n.Unmapped, Records: records.GetValueOrDefault(n.StaffId, none)))
            .Select(g => new LevelCount(
                g.Key.AgencyId, g.Key.Level, g.Count(), g.Count(p => rule.Holds(p.Records, g.Key.Level)),
                g.Count(p => rule.EverAnswered(p.Records, g.Key.Level)), g.Count(p => p.Unmapped == 0)))];
    }
}
