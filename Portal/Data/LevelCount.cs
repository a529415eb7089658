using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Portal.Data;

/// <summary>
/// Everyone in post at an agency who needs a level: one pass over the people and their records, for every agency or for one.
/// </summary>
/// <param name="Level">The level needed; null for people none of whose jobs is mapped.</param>
/// <param name="InDate">Hold it, in date.</param>
/// <param name="EverHeld">Hold it or once held it.</param>
/// <param name="Mapped">Have every job mapped.</param>
public sealed record LevelCount(Id<Agency> AgencyId, int? Level, int People, int InDate, int EverHeld, int Mapped)
{
    public static Task<List<LevelCount>> OnAsync(
        PortalDb db, Framework framework, DateOnly day, Id<Agency>? agency, CancellationToken cancel)
    {
        var trained = Trained.On(db, framework, Need.Posts(db, framework.PartnershipId, day, agency).Select(p => p.StaffId), day);
        var holds = OfOwnLevel(framework, level => Trained.Holds<Person>(framework, level, p => p.Ever, p => p.InDate));
        var onceHeld = OfOwnLevel(framework, level => Trained.EverAnswered<Person>(framework, level, p => p.Ever));
        var people =
            from need in Need.InPost(db, framework.PartnershipId, framework.Id, day, agency)
            join records in trained on need.StaffId equals records.StaffId into all
            from records in all.DefaultIfEmpty()
            select new Person
            {
                AgencyId = need.AgencyId, Level = need.Level, Unmapped = need.Unmapped, Ever = (int?)records!.Ever ?? 0,
                InDate = (int?)records!.InDate ?? 0
            };
        return people
            .GroupBy(p => new { p.AgencyId, p.Level })
            .Select(g => new LevelCount(
                g.Key.AgencyId, g.Key.Level, g.Count(), g.AsQueryable().Count(holds), g.AsQueryable().Count(onceHeld),
                g.Count(p => p.Unmapped == 0)))
            .ToListAsync(cancel);
    }

    private static Expression<Func<Person, bool>> OfOwnLevel(Framework framework, Func<int, Expression<Func<Person, bool>>> asked)
    {
        Expression<Func<Person, bool>> nobody = _ => false;
        Expression<Func<Person, bool>> Needs(int level) => p => p.Level == level;
        return framework.Levels.Select(l => Predicates.And(Needs(l.Number), asked(l.Number))).Aggregate(nobody, Predicates.Or);
    }

    /// <summary>Someone in post at an agency, and what their records come to.</summary>
    private sealed record Person
    {
        public Id<Agency> AgencyId { get; init; }
        public int? Level { get; init; }
        public int Unmapped { get; init; }
        public int Ever { get; init; }
        public int InDate { get; init; }
    }
}
