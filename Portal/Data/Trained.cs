using System.Linq.Expressions;

namespace Portal.Data;

/// <summary>
/// What a person's verified records come to on a day, in one pass over the records of many: a bit for each level of the
/// framework, in the order of the levels. The same rule as <see cref="Holding"/>, for counting a whole borough.
/// </summary>
public sealed record Trained
{
    public Id<StaffMember> StaffId { get; init; }

    /// <summary>The levels achieved by the day, lapsed or not.</summary>
    public int Ever { get; init; }

    /// <summary>The levels with a record in date on the day, whether or not those below were ever held.</summary>
    public int InDate { get; init; }

    /// <summary>Those of <paramref name="staff"/> who have any verified record by the day.</summary>
    public static IQueryable<Trained> On(PortalDb db, Framework framework, IQueryable<Id<StaffMember>> staff, DateOnly day)
    {
        var ever = Bits(framework, (level, bit) =>
        {
            var number = level.Number;
            return records => records.Max(r => r.LevelNumber == number ? bit : 0);
        });
        var inDate = Bits(framework, (level, bit) =>
        {
            var (number, earliest) = (level.Number, level.EarliestInDate(day));
            return records => records.Max(r => r.LevelNumber == number && r.AchievedOn >= earliest && (r.EndsOn == null || r.EndsOn >= day)
                ? bit
                : 0);
        });
        Expression<Func<IGrouping<Id<StaffMember>, TrainingRecord>, Id<StaffMember>>> key = records => records.Key;
        var person = ever.Parameters[0];
        var row = Expression.MemberInit(Expression.New(typeof(Trained)),
            Expression.Bind(typeof(Trained).GetProperty(nameof(StaffId))!, Predicates.Swapped(key, person)),
            Expression.Bind(typeof(Trained).GetProperty(nameof(Ever))!, ever.Body),
            Expression.Bind(typeof(Trained).GetProperty(nameof(InDate))!, Predicates.Swapped(inDate, person)));
        return db.TrainingRecords.Where(r => staff.Contains(r.StaffId) && r.State == RecordState.Verified && r.AchievedOn <= day)
            .GroupBy(r => r.StaffId).Select(Expression.Lambda<Func<IGrouping<Id<StaffMember>, TrainingRecord>, Trained>>(row, person));
    }

    private static int Bit(Framework framework, Level level) => 1 << framework.Levels.Count(l => l.Number < level.Number);

    private static Expression<Func<IGrouping<Id<StaffMember>, TrainingRecord>, int>> Bits(
        Framework framework, Func<Level, int, Expression<Func<IGrouping<Id<StaffMember>, TrainingRecord>, int>>> of) =>
        framework.Levels.Select(l => of(l, Bit(framework, l))).Aggregate((a, b) => Predicates.Join(a, b, Expression.Add));

    /// <summary>The rule of <see cref="Competence"/> on the bits of people, made ready once for many of them.</summary>
    public sealed class Rule(Framework framework)
    {
        // Of each level, those that answer a need for it: the bit of each, and the bits of what must have been held before.
        private readonly Dictionary<int, (int Own, int Below)[]> answers = framework.Levels.ToDictionary(l => l.Number, l =>
            Competence.Satisfying(framework, l.Number)
                .Select(a => (Bit(framework, a), Competence.Below(framework, a).Sum(below => Bit(framework, below)))).ToArray());

        /// <summary>Whether these answer a need for a level; none for a level that the framework has not.</summary>
        public bool Holds(Trained records, int? level) => Array.Exists(
            Of(level), a => (records.InDate & a.Own) != 0 && (records.Ever & a.Below) == a.Below);

        /// <summary>Whether these have ever answered a need for a level, lapsed or not.</summary>
        public bool EverAnswered(Trained records, int? level) => Array.Exists(Of(level), a => (records.Ever & a.Own) != 0);

        private (int Own, int Below)[] Of(int? level) => level is { } number ? answers.GetValueOrDefault(number, []) : [];
    }
}
