namespace Portal.Domain;

// How an approved request becomes an order.
public sealed partial class CommissioningRequest
{
    /// <summary>What the orders of a request, standing or ended, have taken of it.</summary>
    /// <param name="Spent">Of the money, on dates that were held, by those that have ended.</param>
    /// <param name="Held">Places of these dates.</param>
    /// <param name="Standing">The order that stands, by its reference; null where none does.</param>
    public sealed record Ordered(Money Spent, int Held, string? Standing)
    {
        public static Ordered Nothing { get; } = new(Money.Zero, 0, null);
    }

    /// <summary>What of the approved amount another order can be for, when the one before was cancelled or closed.</summary>
    public Money LeftToOrder(Ordered before) => before.Spent < Asked ? Asked - before.Spent : Money.Zero;

    /// <summary>Places asked for that no date of an earlier order gave.</summary>
    public int LeftToGive(Ordered before) => Math.Max(AllPlaces - before.Held, 0);

    /// <summary>Why it cannot be ordered, or ordered again, in a sentence; null where it can.</summary>
    public string? WhyNotOrdered(Ordered before) =>
        State != RequestState.Approved ? $"This request is {State.Words()}. Only an approved request is ordered"
        : IsAppealed ? "An appeal waits for the chair. It is ordered once that is answered"
        : before.Standing is not null ? "This request has been ordered already"
        : Asked > Money.Zero && LeftToOrder(before) == Money.Zero
            ? $"All of the {Asked} that was approved is spent. Ask for more with another request"
        : AllPlaces > 0 && LeftToGive(before) == 0
            ? $"All {Words.Count(AllPlaces, "place")} that were asked for have been given. Ask for more with another request"
        : null;

    /// <summary>
    /// Orders it from a provider; again where the order before was cancelled or closed, for no more than is left of what was approved.
    /// Refused unless it is approved, while an appeal waits or an order stands, from another provider than the one it was approved with,
    /// for more than the partnership was asked for, and for nothing where it was asked for something.
    /// </summary>
    /// <param name="number">The next of the partnership’s orders.</param>
    /// <param name="before">What earlier orders of it took; null where there is none.</param>
    public TrainingOrder Order(
        Viewer viewer, int number, Provider provider, Money amount, string terms, DateTime now, Ordered? before = null)
    {
        before ??= Ordered.Nothing;
        if (WhyNotOrdered(before) is { } no) throw new Refused(no);
        if (ProviderId is { } approved && provider.Id != approved)
            throw new Refused("This request was approved with another provider", nameof(ProviderId));
        if (amount > Asked) throw new Refused($"The partnership was asked for {Asked}, so an order cannot be for more", "Amount");
        if (LeftToOrder(before) is var left && amount > left)
            throw new Refused($"{before.Spent} of {Asked} is spent, so an order cannot be for more than {left}", "Amount");
        if (amount < Money.Zero || (amount == Money.Zero && Asked > Money.Zero))
            throw new Refused("Enter an amount more than £0", "Amount");
        var order = new TrainingOrder
        {
            PartnershipId = PartnershipId, RequestId = Id, ProviderId = provider.Id, Number = number, Amount = amount, Terms = terms,
            On = UkClock.DayOf(now), Places = LeftToGive(before),
        };
        Note(RequestStep.Ordered, viewer, now, $"{order.Reference} from {provider.Name}, for {amount}");
        return order;
    }

    /// <summary>Its order was cancelled or closed.</summary>
    public void OrderEnded(Viewer viewer, TrainingOrder order, DateTime now) => Note(RequestStep.OrderEnded, viewer, now,
        $"{order.Reference} was {(order.IsCancelled ? "cancelled" : $"closed, {order.Kept} of {order.Amount} spent")}: "
            + order.EndedBecause);
}
