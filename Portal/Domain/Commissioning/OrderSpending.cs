namespace Portal.Domain;

/// <summary>Where a date under an order stands, by the clock.</summary>
public enum OrderedDate { ToCome, Held, Cancelled }

/// <summary>
/// What of an order's amount is spent. It is shared over the places of its dates and those asked for that no date gives yet. A date that
/// was held is spent; one that was cancelled gives its share back.
/// </summary>
/// <param name="Shares">Of each date, in the order given; nothing for one that was cancelled.</param>
/// <param name="Spent">The shares of dates that were held.</param>
/// <param name="ToCome">The shares of dates to come.</param>
/// <param name="Open">What no date gives yet.</param>
/// <param name="Released">What was set free when the order ended: together the four make up the amount.</param>
public sealed record OrderSpending(IReadOnlyList<Money> Shares, Money Spent, Money ToCome, Money Open, Money Released = default)
{
    /// <summary>What is still promised: for dates to come, and for what no date gives yet.</summary>
    public Money Unspent => ToCome + Open;

    /// <summary>Of an order, as it stands or as it ended.</summary>
    /// <param name="places">Asked for by the request.</param>
    /// <param name="dates">Each with its places.</param>
    public static OrderSpending Of(TrainingOrder order, int places, IReadOnlyList<(int Places, OrderedDate Standing)> dates)
    {
        if (order.Kept is not { } kept) return Of(order.Amount, order.PlacesOf(places), dates);
        // What was spent stays as it was on that day, by the places of the dates that were held.
        int[] held = [.. dates.Select(d => d.Standing == OrderedDate.Held ? d.Places : 0)];
        return new(held.Sum() == 0 ? [.. dates.Select(_ => Money.Zero)] : kept.SplitBy(held), kept, Money.Zero, Money.Zero,
            order.Amount - kept);
    }

    /// <param name="places">Asked for by the request.</param>
    /// <param name="dates">Each with its places.</param>
    public static OrderSpending Of(Money amount, int places, IReadOnlyList<(int Places, OrderedDate Standing)> dates)
    {
        int[] given = [.. dates.Select(d => d.Standing == OrderedDate.Cancelled ? 0 : d.Places)];
        int[] weights = [.. given, Math.Max(places - given.Sum(), 0)];
        if (weights.Sum() == 0) return new([.. dates.Select(_ => Money.Zero)], Money.Zero, Money.Zero, amount);
        var parts = amount.SplitBy(weights);
        Money Sum(OrderedDate standing) => parts.Zip(dates).Where(p => p.Second.Standing == standing).Select(p => p.First).Sum();
        return new([.. parts.SkipLast(1)], Sum(OrderedDate.Held), Sum(OrderedDate.ToCome), parts[^1]);
    }
}

public static class OrderedDateWords
{
    public static string Words(this OrderedDate standing) => standing switch
    {
        OrderedDate.ToCome => "to come",
        OrderedDate.Held => "held",
        OrderedDate.Cancelled => "cancelled",
    };
}
