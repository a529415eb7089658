using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Portal.Data;

/// <summary>
/// People whose jobs need the same level and who have been taught the same, as far as <see cref="CompetencyCover"/> tells them apart.
/// The database puts those together who attended no course: a bit for each day on which a record at a level turns.
/// </summary>
/// <param name="Taught">What is in date of it.</param>
public sealed record CoverCount(int Need, IReadOnlyCollection<CompetencyCover.Evidence> Taught, int People)
{
    /// <summary>Everyone who holds one of some posts and needs a level, each once, whatever the number of their agencies.</summary>
    public static async Task<IReadOnlyList<CoverCount>> OnAsync(
        PortalDb db, CompetencyCover cover, IQueryable<Post> posts, DateOnly day, CancellationToken cancel)
    {
        List<(int Level, DateOnly From)> turns =
            [.. cover.Framework.Levels.SelectMany(l => cover.TurnsAt(l).Select(from => (l.Number, from)))];
        var attended = CoverInForce.Attendance.By(db, day);
        var alike = await People(posts.Where(p => !attended.Any(a => a.StaffId == p.StaffId))).GroupBy(p => new { p.Level, p.Bits })
            .Select(p => new { p.Key.Level, p.Key.Bits, People = p.Count() }).ToListAsync(cancel);
        var each = await (from person in People(posts.Where(p => attended.Any(a => a.StaffId == p.StaffId)))
                          join place in attended on person.StaffId equals place.StaffId
                          select new { person.StaffId, person.Level, person.Bits, place.CourseId, place.EndsAt }).ToListAsync(cancel);
        return
        [
            .. alike.Select(p => new CoverCount(p.Level!.Value, [.. Evidence(turns, p.Bits)], p.People)),
            .. each.GroupBy(p => new { p.StaffId, p.Level, p.Bits }).Select(p => new CoverCount(p.Key.Level!.Value,
            [
                .. Evidence(turns, p.Key.Bits),
                .. p.Select(c => new CompetencyCover.Evidence("", UkClock.DayOf(c.EndsAt), CourseId: c.CourseId)),
            ], 1)),
        ];

        // Each person is looked at in one of the two questions only.
        IQueryable<Records> People(IQueryable<Post> some) =>
            from need in Data.Need.Of(db, cover.Framework.Id, some).Where(n => n.Level != null).GroupBy(n => n.StaffId)
                .Select(n => new { StaffId = n.Key, Level = n.Max(x => x.Level) })
            join records in Records.Of(db, some.Select(p => p.StaffId), turns, day) on need.StaffId equals records.StaffId into all
            from records in all.DefaultIfEmpty()
            select new Records { StaffId = need.StaffId, Level = need.Level, Bits = (long?)records!.Bits ?? 0 };
    }

    /// <summary>For each level a record of the day of its last turn, which counts as the person's own does.</summary>
    private static IEnumerable<CompetencyCover.Evidence> Evidence(List<(int Level, DateOnly From)> turns, long bits) =>
        turns.Where((_, i) => (bits & (1L << i)) != 0).GroupBy(t => t.Level)
            .Select(t => new CompetencyCover.Evidence("", t.Max(x => x.From), t.Key));

    /// <summary>What the records of a person come to.</summary>
    private sealed record Records
    {
        public Id<StaffMember> StaffId { get; init; }

        /// <summary>The level that the person's jobs need.</summary>
        public int? Level { get; init; }
        public long Bits { get; init; }

        public static IQueryable<Records> Of(
            PortalDb db, IQueryable<Id<StaffMember>> staff, IReadOnlyList<(int Level, DateOnly From)> turns, DateOnly day)
        {
            var bits = turns.Select((turn, i) => Bit(turn.Level, turn.From, 1L << i))
                .Aggregate((a, b) => Predicates.Join(a, b, Expression.Add));
            Expression<Func<IGrouping<Id<StaffMember>, TrainingRecord>, Id<StaffMember>>> key = records => records.Key;
            var row = Expression.MemberInit(Expression.New(typeof(Records)),
                Expression.Bind(typeof(Records).GetProperty(nameof(StaffId))!, Predicates.Swapped(key, bits.Parameters[0])),
                Expression.Bind(typeof(Records).GetProperty(nameof(Bits))!, bits.Body));
            return db.TrainingRecords.WithNoCourseBehind(day)
                .Where(r => staff.Contains(r.StaffId) && (r.EndsOn == null || r.EndsOn >= day)).GroupBy(r => r.StaffId)
                .Select(Expression.Lambda<Func<IGrouping<Id<StaffMember>, TrainingRecord>, Records>>(row, bits.Parameters[0]));
        }

        private static Expression<Func<IGrouping<Id<StaffMember>, TrainingRecord>, long>> Bit(int level, DateOnly from, long bit) =>
            records => records.Max(r => r.LevelNumber == level && r.AchievedOn >= from ? bit : 0L);
    }
}
