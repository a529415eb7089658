using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;

namespace Portal.Data;

/// <summary>Conditions put together, so that the database can answer them in one.</summary>
public static class Predicates
{
    public static Expression<Func<T, bool>> Or<T>(Expression<Func<T, bool>> left, Expression<Func<T, bool>> right) =>
        Join(left, right, Expression.OrElse);

    public static Expression<Func<T, bool>> And<T>(Expression<Func<T, bool>> left, Expression<Func<T, bool>> right) =>
        Join(left, right, Expression.AndAlso);

    public static Expression<Func<T, bool>> Not<T>(Expression<Func<T, bool>> condition) =>
        Expression.Lambda<Func<T, bool>>(Expression.Not(condition.Body), condition.Parameters);

    /// <summary>Asks a condition of a part of a row: <c>people.Where(Holds(…).Of((Post p) => p.StaffId))</c>.</summary>
    public static Expression<Func<TRow, bool>> Of<TPart, TRow>(
        this Expression<Func<TPart, bool>> condition, Expression<Func<TRow, TPart>> part) =>
        Expression.Lambda<Func<TRow, bool>>(Swapped(condition, part.Body), part.Parameters);

    /// <summary>What <paramref name="of"/> says of <paramref name="other"/> in place of its own parameter.</summary>
    internal static Expression Swapped(LambdaExpression of, Expression other) => new Swap(of.Parameters[0], other).Visit(of.Body);

    internal static Expression<Func<T, TResult>> Join<T, TResult>(
        Expression<Func<T, TResult>> left, Expression<Func<T, TResult>> right, Func<Expression, Expression, Expression> how) =>
        Expression.Lambda<Func<T, TResult>>(how(left.Body, Swapped(right, left.Parameters[0])), left.Parameters);

    private sealed class Swap(Expression from, Expression to) : ExpressionVisitor
    {
        [return: NotNullIfNotNull(nameof(node))]
        public override Expression? Visit(Expression? node) => node == from ? to : base.Visit(node);
    }
}
