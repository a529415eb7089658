using System.Globalization;
using System.Text.RegularExpressions;

namespace Portal.Domain;

/// <summary>
/// A sum of money in whole pence. Arithmetic is checked; a split keeps every penny; a rate is rounded
/// once, half away from zero.
/// </summary>
public readonly partial record struct Money(long Pence) : IComparable<Money>
{
    public static readonly Money Zero;

    public static Money OfPounds(decimal pounds) => new(checked((long)decimal.Round(pounds * 100, MidpointRounding.AwayFromZero)));

    public static Money operator +(Money a, Money b) => new(checked(a.Pence + b.Pence));

    public static Money operator -(Money a, Money b) => new(checked(a.Pence - b.Pence));

    public static bool operator <(Money a, Money b) => a.Pence < b.Pence;

    public static bool operator >(Money a, Money b) => a.Pence > b.Pence;

    public static bool operator <=(Money a, Money b) => a.Pence <= b.Pence;

    public static bool operator >=(Money a, Money b) => a.Pence >= b.Pence;

    /// <summary>So many times this sum, or a rate of it: rounded once to the penny.</summary>
    public Money Times(decimal factor) => new(checked((long)decimal.Round(Pence * factor, MidpointRounding.AwayFromZero)));

    /// <summary>
    /// This sum divided in proportion to <paramref name="shares"/>; the pennies left over go to the largest remainders, so the
    /// parts make up the whole.
    /// </summary>
    public IReadOnlyList<Money> SplitBy(IReadOnlyList<int> shares)
    {
        var (pence, sign) = (Math.Abs(Pence), Math.Sign(Pence));
        return [.. Proportion.Split(pence, shares).Select(p => new Money(sign * p))];
    }

    public int CompareTo(Money other) => Pence.CompareTo(other.Pence);

    /// <summary>"£1,200", or "£1,200.50" where there are pence.</summary>
    public override string ToString() => ToString(Pence % 100 != 0);

    /// <summary>"£1,200.00" with pence, "£1,200" without.</summary>
    public string ToString(bool pence) =>
        (Pence < 0 ? "−" : "") + "£" + (Math.Abs(Pence) / 100m).ToString(pence ? "#,0.00" : "#,0", CultureInfo.InvariantCulture);

    /// <summary>
    /// Reads "1200", "£1,200.50" and "1 200.5", as people paste them; not more than two decimal places. What stands between digits must
    /// stand before exactly three: "12,50" may be twelve pounds or a thousand, and is refused.
    /// </summary>
    public static bool TryParse(string? text, out Money money)
    {
        money = Zero;
        if (text is not { Length: < 50 } || !Whole().IsMatch(text)) return false;
        var plain = string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('£' or ',' or '\'')));
        if (!decimal.TryParse(
            plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var pounds))
            return false;
        if (decimal.Round(pounds, 2) != pounds || Math.Abs(pounds) > 1_000_000_000_000m) return false;
        money = OfPounds(pounds);
        return true;
    }

    [GeneratedRegex(@"^[\s£]*-?[\s£]*[0-9]*([\s,'][0-9]{3})*(\.[0-9]{0,2})?\s*$")]
    private static partial Regex Whole();
}

public static class MoneySums
{
    public static Money Sum(this IEnumerable<Money> sums) => sums.Aggregate(Money.Zero, (a, b) => a + b);

    /// <summary>
    /// How to write the sums of one column: all with pence where any of them has some, so that their digits
    /// stand under one another.
    /// </summary>
    public static Func<Money, string> Alike(this IEnumerable<Money> column)
    {
        var pence = column.Any(m => m.Pence % 100 != 0);
        return sum => sum.ToString(pence);
    }

    public static Money Sum<T>(this IEnumerable<T> rows, Func<T, Money> sum) => rows.Select(sum).Sum();
}
