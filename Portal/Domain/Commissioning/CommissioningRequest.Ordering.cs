namespace Portal.Domain;

// How an approved request becomes an order.
public sealed partial class CommissioningRequest
{
    /// <summary>
    /// Orders it from a provider. Refused unless it is approved, while an appeal waits, from another provider than the one it was approved
    /// with, for more than the partnership was asked for, and for nothing where it was asked for something.
    /// </summary>
    /// <param name="number">The next of the partnership's orders.</param>
    public TrainingOrder Order(Viewer viewer, int number, Provider provider, Money amount, string terms, DateTime now)
    {
        if (State != RequestState.Approved) throw new Refused($"This request is {State.Words()}. Only an approved request is ordered");
        if (IsAppealed) throw new Refused("An appeal waits for the chair. It is ordered once that is answered");
        if (ProviderId is { } approved && provider.Id != approved)
            throw new Refused("This request was approved with another provider", nameof(ProviderId));
        if (amount > Asked) throw new Refused($"The partnership was asked for {Asked}, so an order cannot be for more", "Amount");
        if (amount < Money.Zero || (amount == Money.Zero && Asked > Money.Zero))
            throw new Refused("Enter an amount more than £0", "Amount");
        var order = new TrainingOrder
        {
            PartnershipId = PartnershipId, RequestId = Id, ProviderId = provider.Id, Number = number, Amount = amount, Terms = terms,
            On = UkClock.DayOf(now),
        };
        Note(RequestStep.Ordered, viewer, now, $"{order.Reference} from {provider.Name}, for {amount}");
        return order;
    }

    /// <summary>Its order was cancelled or closed.</summary>
    public void OrderEnded(Viewer viewer, TrainingOrder order, DateTime now) => Note(RequestStep.OrderEnded, viewer, now,
        $"{order.Reference} was {(order.IsCancelled ? "cancelled" : $"closed, {order.Kept} of {order.Amount} spent")}: "
            + order.EndedBecause);
}
