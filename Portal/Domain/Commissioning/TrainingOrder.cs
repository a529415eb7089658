namespace Portal.Domain;

/// <summary>
/// What an approved request became: an order to a provider. Its amount is committed in the funding ledger at once, and its dates are
/// runs of the catalogue.
/// </summary>
public sealed class TrainingOrder : IBelongToPartnership, IVersioned
{
    private readonly List<OrderedRun> runs = [];

    public Id<TrainingOrder> Id { get; init; } = Id<TrainingOrder>.New();
    public required Id<Partnership> PartnershipId { get; init; }
    public required Id<CommissioningRequest> RequestId { get; init; }
    public required Id<Provider> ProviderId { get; init; }

    /// <summary>Its number within the partnership, from 1.</summary>
    public required int Number { get; init; }
    public required Money Amount { get; init; }

    /// <summary>
    /// Places that it is for: those asked for, without those that orders before it gave. Null for one from before a request could be
    /// ordered again, which is for all.
    /// </summary>
    public int? Places { get; init; }

    /// <summary>What was agreed with the provider.</summary>
    public required string Terms { get; init; }
    public required DateOnly On { get; init; }

    /// <summary>The promise of money in the ledger; null where the partnership pays nothing.</summary>
    public Id<FundingCommitment>? CommitmentId { get; private set; }
    public string? InvoiceNumber { get; private set; }
    public DateOnly? InvoicedOn { get; private set; }

    /// <summary>The day on which it was cancelled or closed; null while it stands.</summary>
    public DateOnly? EndedOn { get; private set; }
    public string? EndedBecause { get; private set; }

    /// <summary>Whether it ended before any of it was held.</summary>
    public bool IsCancelled { get; private set; }

    /// <summary>What of its amount was spent when it ended; nothing where it was cancelled. Null while it stands.</summary>
    public Money? Kept { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<OrderedRun> Runs => runs;

    /// <summary>What people call it: "TO-0003".</summary>
    public string Reference => ReferenceOf(Number);

    /// <summary>Places that it is for, of those that its request asks for.</summary>
    public int PlacesOf(int asked) => Places ?? asked;

    /// <summary>Whether it is for all that its request asks for, and not for what orders before it left.</summary>
    public bool IsForAll(int asked) => PlacesOf(asked) == asked;

    /// <summary>The last day on which it can be given: of those asked for, and of those on which what pays for it can be spent.</summary>
    public static DateOnly? GivenBy(DateOnly? asked, DateOnly? moneyEnds) => asked is { } day && moneyEnds is { } ends
        ? day < ends ? day : ends : asked ?? moneyEnds;

    public static string ReferenceOf(int number) => $"TO-{number:0000}";

    /// <summary>Its money is promised in the ledger.</summary>
    public void PaidFrom(FundingCommitment commitment)
    {
        if (commitment.Amount != Amount) throw new ArgumentException("Another amount than that of the order", nameof(commitment));
        CommitmentId = commitment.Id;
    }

    /// <summary>A date of the catalogue is given under this order.</summary>
    public void Gives(Id<CourseRun> run)
    {
        RefuseIfEnded();
        if (runs.Exists(r => r.RunId == run)) throw new Refused("This date stands under the order already", "RunId");
        runs.Add(new() { OrderId = Id, RunId = run });
    }

    public void NoLongerGives(Id<CourseRun> run)
    {
        RefuseIfEnded();
        if (runs.RemoveAll(r => r.RunId == run) == 0) throw new Refused("This date does not stand under the order");
    }

    /// <summary>
    /// It will not be given, and none of its money is spent. Dates to come stand under it no more. Refused once a date was held, or
    /// the provider has sent an invoice.
    /// </summary>
    /// <param name="dates">Those under it, and where each stands.</param>
    public void Cancel(string? because, IReadOnlyDictionary<Id<CourseRun>, OrderedDate> dates, DateOnly today)
    {
        if (dates.Values.Contains(OrderedDate.Held))
            throw new Refused("A date of this order was held, so it cannot be cancelled. Close it instead: what is not spent is set free");
        if (InvoiceNumber is not null)
            throw new Refused($"The provider has sent an invoice, {InvoiceNumber}, so the order cannot be cancelled");
        End(because, Money.Zero, dates, today);
        IsCancelled = true;
    }

    /// <summary>
    /// No more of it will be given: what was spent on dates that were held stays, and the rest is free. Refused while none was held.
    /// </summary>
    /// <param name="spent">On dates that were held.</param>
    public void Close(string? because, Money spent, IReadOnlyDictionary<Id<CourseRun>, OrderedDate> dates, DateOnly today)
    {
        if (!dates.Values.Contains(OrderedDate.Held)) throw new Refused("No date of this order was held yet. Cancel it instead");
        End(because, spent, dates, today);
    }

    private void End(string? because, Money kept, IReadOnlyDictionary<Id<CourseRun>, OrderedDate> dates, DateOnly today)
    {
        RefuseIfEnded();
        if (string.IsNullOrWhiteSpace(because)) throw new Refused("Enter why", "Because");
        if (kept > Amount) throw new ArgumentException("More than the order is for", nameof(kept));
        (EndedOn, EndedBecause, Kept) = (today, because, kept);
        runs.RemoveAll(r => dates.GetValueOrDefault(r.RunId) == OrderedDate.ToCome);
    }

    private void RefuseIfEnded()
    {
        if (EndedOn is { } day) throw new Refused($"This order was {(IsCancelled ? "cancelled" : "closed")} on {Words.Day(day)}");
    }

    /// <summary>
    /// The provider has sent its invoice; a later one stands in its place. Refused for a day to come, and for one before the order.
    /// </summary>
    public void Invoiced(string number, DateOnly on, DateOnly today)
    {
        if (on > today) throw new Refused("The day of the invoice must be today or in the past", nameof(InvoicedOn));
        if (on < On) throw new Refused("The day of the invoice must be on or after that of the order", nameof(InvoicedOn));
        (InvoiceNumber, InvoicedOn) = (number, on);
    }
}

/// <summary>A run is given under an order; each under one at most.</summary>
public sealed class OrderedRun
{
    public required Id<TrainingOrder> OrderId { get; init; }
    public required Id<CourseRun> RunId { get; init; }
}
