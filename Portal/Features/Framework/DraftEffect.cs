using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Framework;

/// <summary>
/// What would change if a draft were in force today: people who would need another level, people who would gain or lose
/// their standing, agency by agency, and agencies that would stand differently on the standard for staff at their level.
/// </summary>
public sealed class DraftEffect(PortalDb db, UkClock clock)
{
    public sealed record AgencyRow(Id<Agency> Id, string Name, int People, int OtherNeed, int Lose, int Gain, int Unmapped = 0);

    public sealed record OutcomeRow(string Agency, int Level, Outcome Was, Outcome Becomes);

    public sealed record Found(IReadOnlyList<AgencyRow> Agencies, IReadOnlyList<OutcomeRow> Outcomes)
    {
        /// <summary>People whose last day to reach their level is still to come, by either version, and moves.</summary>
        public int Starters { get; init; }

        /// <summary>People whose job stands for no level any more, because the draft retires its role or sets the level later.</summary>
        public int Unmapped => Agencies.Sum(a => a.Unmapped);
        public int OtherNeed => Agencies.Sum(a => a.OtherNeed);
        public int Lose => Agencies.Sum(a => a.Lose);
        public int Gain => Agencies.Sum(a => a.Gain);
    }

    private sealed class Pair
    {
        public Id<Agency> AgencyId { get; init; }
        public Id<StaffMember> StaffId { get; init; }
        public int? Before { get; init; }
        public int? After { get; init; }
    }

    public async Task<Found> RunAsync(Viewer viewer, Domain.Framework inForce, Domain.Framework draft, CancellationToken cancel)
    {
        viewer.Require(Permission.EditFramework);
        var (today, partnership) = (clock.Today, viewer.PartnershipId);
        var had = Having(inForce, r => r.Before);
        var has = Having(draft, r => r.After);
        var (lose, gain) = (Predicates.And(had, Predicates.Not(has)), Predicates.And(has, Predicates.Not(had)));
        var pairs = from before in Need.InPost(db, partnership, inForce.Id, today)
                    join after in Need.InPost(db, partnership, draft.Id, today) on new
                    {
                        before.AgencyId, before.StaffId
                    } equals new { after.AgencyId, after.StaffId }
                    select new Pair { AgencyId = before.AgencyId, StaffId = before.StaffId, Before = before.Level, After = after.Level };
        var counts = await pairs.GroupBy(p => p.AgencyId).Select(people => new
        {
            AgencyId = people.Key, People = people.Count(),
            OtherNeed = people.Count(p => p.After != null && (p.Before == null || p.Before != p.After)),
            Unmapped = people.Count(p => p.Before != null && p.After == null),
            Lose = people.AsQueryable().Count(lose), Gain = people.AsQueryable().Count(gain),
        }).ToListAsync(cancel);
        var names = await db.Agencies.OfPartnership(viewer).OpenOn(today).ToDictionaryAsync(a => a.Id, a => a.Name, cancel);
        var changed = counts.Where(c => c.OtherNeed + c.Unmapped + c.Lose + c.Gain > 0 && names.ContainsKey(c.AgencyId))
            .Select(c => new AgencyRow(c.AgencyId, names[c.AgencyId], c.People, c.OtherNeed, c.Lose, c.Gain, c.Unmapped))
            .OrderByDescending(c => c.Lose)
            .ThenBy(c => c.Name, StringComparer.CurrentCulture);
        return new([.. changed], await OutcomesAsync(viewer, inForce, draft, names, cancel))
        {
            Starters = await StartersAsync(partnership, inForce, draft, cancel),
        };
    }

    private async Task<int> StartersAsync(
        Id<Partnership> partnership, Domain.Framework inForce, Domain.Framework draft, CancellationToken cancel)
    {
        var starters = 0;
        foreach (var level in draft.Levels)
        {
            if (inForce.Levels.FirstOrDefault(l => l.Number == level.Number) is not { } before || before.DueMonths == level.DueMonths)
                continue;
            var longer = before.DueMonths > level.DueMonths ? before : level;
            var (number, since) = (level.Number, longer.EarliestStartDue(clock.Today));
            starters += await Need.InPost(db, partnership, draft.Id, clock.Today)
                .CountAsync(n => n.Level == number && n.StartedOn >= since, cancel);
        }
        return starters;
    }

    private async Task<IReadOnlyList<OutcomeRow>> OutcomesAsync(
        Viewer viewer, Domain.Framework inForce, Domain.Framework draft, Dictionary<Id<Agency>, string> names, CancellationToken cancel)
    {
        var standard = await db.Standards.OfPartnership(viewer)
            .Where(s => s.Measure == MeasureKeys.StaffAtRequiredLevel && s.EffectiveFrom <= clock.Today)
            .OrderByDescending(s => s.EffectiveFrom).FirstOrDefaultAsync(cancel);
        if (standard is null) return [];
        var (was, becomes) = (await CountsAsync(viewer, inForce, cancel), await CountsAsync(viewer, draft, cancel));
        return [.. from key in was.Keys.Union(becomes.Keys)
                   where names.ContainsKey(key.Agency)
                   let before = Judge(standard, was, key)
                   let after = Judge(standard, becomes, key)
                   where before != after
                   orderby names[key.Agency], key.Level
                   select new OutcomeRow(names[key.Agency], key.Level, before, after)];
    }

    private static Outcome Judge(Standard standard, Dictionary<(Id<Agency>, int), (int Holding, int People)> counts, (Id<Agency>, int) key)
    {
        var (holding, people) = counts.GetValueOrDefault(key);
        return standard.Judge(holding, people);
    }

    private async Task<Dictionary<(Id<Agency> Agency, int Level), (int Holding, int People)>> CountsAsync(
        Viewer viewer, Domain.Framework framework, CancellationToken cancel)
    {
        var holds = Need.OfOwnLevel(framework, level => Holding.Holds(db, framework, level, clock.Today));
        return await Need.InPost(db, viewer.PartnershipId, framework.Id, clock.Today).Where(n => n.Level != null)
            .GroupBy(n => new { n.AgencyId, n.Level })
            .Select(people => new
            {
                people.Key.AgencyId, people.Key.Level, People = people.Count(), Holding = people.AsQueryable().Count(holds)
            })
            .ToDictionaryAsync(c => (c.AgencyId, c.Level!.Value), c => (c.Holding, c.People), cancel);
    }

    /// <summary>Whether a person holds, by a framework's rules, the level that it asks of them.</summary>
    private Expression<Func<Pair, bool>> Having(Domain.Framework framework, Expression<Func<Pair, int?>> need)
    {
        Expression<Func<Pair, bool>> nobody = _ => false;
        return framework.Levels
            .Select(l => Predicates.And(
                Needs(l.Number).Of(need), Holding.Holds(db, framework, l.Number, clock.Today).Of((Pair p) => p.StaffId)))
            .Aggregate(nobody, Predicates.Or);
    }

    private static Expression<Func<int?, bool>> Needs(int level) => need => need == level;
}
