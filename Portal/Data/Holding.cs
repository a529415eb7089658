using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Portal.Data;

/// <summary>The rule of <see cref="Competence"/> as a condition that the database can answer for any number of people at once.</summary>
public static class Holding
{
    /// <summary>The framework version in force on a day, whole; null when none is.</summary>
    public static Task<Framework?> FrameworkInForceAsync(this PortalDb db, Id<Partnership> partnershipId, DateOnly day, CancellationToken cancel) => InForce(db, partnershipId, day)
        .AsNoTracking().AsSplitQuery()
        .Include(f => f.Levels.OrderBy(l => l.Number)).Include(f => f.Competencies).Include(f => f.Requirements)
        .FirstOrDefaultAsync(cancel);

    /// <summary>The framework version in force on a day with its levels, which say who holds what: one query, and not its statements nor what each job needs.</summary>
    public static Task<Framework?> RuleInForceAsync(this PortalDb db, Id<Partnership> partnershipId, DateOnly day, CancellationToken cancel) => InForce(db, partnershipId, day)
        .AsNoTracking().Include(f => f.Levels.OrderBy(l => l.Number)).FirstOrDefaultAsync(cancel);

    /// <summary>The levels alone of the framework version in force on a day; none when there is no framework.</summary>
    public static Task<List<Level>> LevelsInForceAsync(this PortalDb db, Id<Partnership> partnershipId, DateOnly day, CancellationToken cancel) => InForce(db, partnershipId, day)
        .Take(1).SelectMany(f => f.Levels).OrderBy(l => l.Number).AsNoTracking().ToListAsync(cancel);

    private static IOrderedQueryable<Framework> InForce(PortalDb db, Id<Partnership> partnershipId, DateOnly day) => db.Frameworks
        .Where(f => f.PartnershipId == partnershipId && f.State == FrameworkState.Published && f.EffectiveFrom <= day)
        .Where(f => db.Partnerships.Any(p => p.Id == partnershipId && p.FrameworkCode == f.Code))
        .OrderByDescending(f => f.EffectiveFrom);

    /// <summary>Whether the person with an id holds <paramref name="level"/> on <paramref name="day"/>, by verified records.</summary>
    public static Expression<Func<Id<StaffMember>, bool>> Holds(PortalDb db, Framework framework, int level, DateOnly day)
    {
        Expression<Func<Id<StaffMember>, bool>> nobody = _ => false;
        return Competence.Satisfying(framework, level).Select(l => Counts(db, framework, l, day)).Aggregate(nobody, (a, b) => Join(a, b, Expression.OrElse));
    }

    private static Expression<Func<Id<StaffMember>, bool>> Counts(PortalDb db, Framework framework, Level level, DateOnly day)
    {
        var (number, earliest) = (level.Number, level.EarliestInDate(day));
        Expression<Func<Id<StaffMember>, bool>> inDate = staff => db.TrainingRecords.Any(r =>
            r.StaffId == staff && r.State == RecordState.Verified && r.LevelNumber == number
            && r.AchievedOn >= earliest && r.AchievedOn <= day && (r.EndsOn == null || r.EndsOn >= day));
        return Competence.Below(framework, level).Select(l => EverHeld(db, l.Number, day)).Aggregate(inDate, (a, b) => Join(a, b, Expression.AndAlso));
    }

    private static Expression<Func<Id<StaffMember>, bool>> EverHeld(PortalDb db, int level, DateOnly day) =>
        staff => db.TrainingRecords.Any(r => r.StaffId == staff && r.State == RecordState.Verified && r.LevelNumber == level && r.AchievedOn <= day);

    /// <summary>Whether the person with an id has ever answered a need for <paramref name="level"/>, up to <paramref name="day"/>, lapsed or not.</summary>
    public static Expression<Func<Id<StaffMember>, bool>> EverAnswered(PortalDb db, Framework framework, int level, DateOnly day)
    {
        var levels = Competence.Satisfying(framework, level).Select(l => l.Number).ToArray();
        return staff => db.TrainingRecords.Any(r => r.StaffId == staff && r.State == RecordState.Verified && levels.Contains(r.LevelNumber) && r.AchievedOn <= day);
    }

    public static Expression<Func<T, bool>> Or<T>(Expression<Func<T, bool>> left, Expression<Func<T, bool>> right) => Join(left, right, Expression.OrElse);

    public static Expression<Func<T, bool>> And<T>(Expression<Func<T, bool>> left, Expression<Func<T, bool>> right) => Join(left, right, Expression.AndAlso);

    public static Expression<Func<T, bool>> Not<T>(Expression<Func<T, bool>> condition) => Expression.Lambda<Func<T, bool>>(Expression.Not(condition.Body), condition.Parameters);

    /// <summary>Asks a condition of a part of a row: <c>people.Where(Holds(…).Of((Post p) => p.StaffId))</c>.</summary>
    public static Expression<Func<TRow, bool>> Of<TPart, TRow>(this Expression<Func<TPart, bool>> condition, Expression<Func<TRow, TPart>> part) =>
        Expression.Lambda<Func<TRow, bool>>(Swapped(condition, part.Body), part.Parameters);

    /// <summary>What <paramref name="of"/> says of <paramref name="other"/> in place of its own parameter.</summary>
    internal static Expression Swapped(LambdaExpression of, Expression other) => new Swap(of.Parameters[0], other).Visit(of.Body);

    internal static Expression<Func<T, TResult>> Join<T, TResult>(Expression<Func<T, TResult>> left, Expression<Func<T, TResult>> right, Func<Expression, Expression, Expression> how) =>
        Expression.Lambda<Func<T, TResult>>(how(left.Body, Swapped(right, left.Parameters[0])), left.Parameters);

    private sealed class Swap(Expression from, Expression to) : ExpressionVisitor
    {
        [return: NotNullIfNotNull(nameof(node))]
        public override Expression? Visit(Expression? node) => node == from ? to : base.Visit(node);
    }
}
