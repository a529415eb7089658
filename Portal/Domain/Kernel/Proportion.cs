namespace Portal.Domain;

/// <summary>Whole numbers divided in proportion: nothing is lost, and nobody has more than the next whole above their share.</summary>
public static class Proportion
{
    /// <summary>
    /// The whole in parts in proportion to <paramref name="shares"/>; what is left over goes to the largest remainders, of equal ones to
    /// those that come first.
    /// </summary>
    /// <param name="whole">0 or more.</param>
    public static IReadOnlyList<long> Split(long whole, IReadOnlyList<int> shares)
    {
        var all = shares.Sum(s => (long)s);
        if (all <= 0 || shares.Any(s => s < 0))
            throw new ArgumentException("Shares must be zero or more, and not all zero", nameof(shares));
        var parts = shares.Select(s => (Int128)whole * s / all).ToArray();
        var left = (int)(whole - parts.Aggregate(Int128.Zero, (a, b) => a + b));
        foreach (var i in Enumerable.Range(0, shares.Count).OrderByDescending(i => (Int128)whole * shares[i] % all).ThenBy(i => i)
            .Take(left))
            parts[i]++;
        return [.. parts.Select(p => (long)p)];
    }
}
