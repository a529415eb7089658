using System.Linq.Expressions;
using Portal.Data;
using Portal.Features.Courses.Places;

namespace Portal.Features.Courses.Colleagues;

/// <summary>
/// How urgently people need a course, for the database to sort by: those who never held a level that their job asks for and the course
/// leads to, then those whose level has lapsed, then those whose level lapses soon after it.
/// </summary>
internal sealed class Urgency
{
    /// <summary>Someone at an agency.</summary>
    internal sealed class Person
    {
        public required StaffMember Staff { get; init; }
        public int? Need { get; init; }
        public DateOnly? Started { get; init; }

        /// <summary>When they last achieved what their job needs; null for never.</summary>
        public DateOnly? Last { get; init; }
    }

    private readonly PortalDb db;
    private readonly Domain.Framework framework;
    private readonly DateOnly today;

    /// <param name="covered">The levels of the framework that the course leads to.</param>
    public Urgency(PortalDb db, Domain.Framework framework, IReadOnlyCollection<int> covered, CourseRun run, DateOnly today)
    {
        (this.db, this.framework, this.today) = (db, framework, today);
        // Whoever holds a level for longer than this after the course needs no course yet.
        var lasting = UkClock.DayOf(run.EndsAt).AddDays(Eligibility.HeldForDays);
        var never = Any(covered, level => Predicates.Not(Ever(level)));
        var below = Any(framework.Levels.Select(l => l.Number).Except(covered), level => Lacks(Below(level).Intersect(covered)));
        var lapsed = Any(covered, level => Predicates.And(Ever(level), Predicates.Not(Holds(level, today))));
        var soon = Any(covered, level => Predicates.And(Holds(level, today), Predicates.Not(Holds(level, lasting))));
        var first = Predicates.Or(never, below);
        Needs = Predicates.Or(first, Predicates.Or(lapsed, soon));
        Rank = InOrder(first, lapsed, soon);
    }

    /// <summary>Whether the course closes something that they need.</summary>
    public Expression<Func<Person, bool>> Needs { get; }

    /// <summary>0 for the most urgent.</summary>
    public Expression<Func<Person, int>> Rank { get; }

    private Expression<Func<Person, bool>> Ever(int level) =>
        Holding.EverAnswered(db, framework, level, today).Of((Person p) => p.Staff.Id);

    private Expression<Func<Person, bool>> Holds(int level, DateOnly day) =>
        Holding.Holds(db, framework, level, day).Of((Person p) => p.Staff.Id);

    private IEnumerable<int> Below(int level) => Competence.Below(framework, framework.Level(level)).Select(l => l.Number);

    private Expression<Func<Person, bool>> Lacks(IEnumerable<int> levels)
    {
        Expression<Func<Person, bool>> nothing = _ => false;
        return levels.Select(Lacks).Aggregate(nothing, Predicates.Or);
    }

    private Expression<Func<Person, bool>> Lacks(int level) => p => !db.TrainingRecords
        .Any(r => r.StaffId == p.Staff.Id && r.State == RecordState.Verified && r.LevelNumber == level && r.AchievedOn <= today);

    private static Expression<Func<Person, bool>> Any(IEnumerable<int> levels, Func<int, Expression<Func<Person, bool>>> asked)
    {
        Expression<Func<Person, bool>> nobody = _ => false;
        return levels.Select(level => Predicates.And(Of(level), asked(level))).Aggregate(nobody, Predicates.Or);
    }

    private static Expression<Func<Person, bool>> Of(int level) => p => p.Need == level;

    private static Expression<Func<Person, int>> InOrder(params Expression<Func<Person, bool>>[] urgent)
    {
        var person = Expression.Parameter(typeof(Person));
        return Expression.Lambda<Func<Person, int>>(urgent.Index().Reverse().Aggregate(
            (Expression)Expression.Constant(urgent.Length),
            (rest, one) => Expression.Condition(Predicates.Swapped(one.Item, person), Expression.Constant(one.Index), rest)), person);
    }
}
