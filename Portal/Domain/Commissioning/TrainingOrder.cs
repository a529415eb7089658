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

    /// <summary>What was agreed with the provider.</summary>
    public required string Terms { get; init; }
    public required DateOnly On { get; init; }

    /// <summary>The promise of money in the ledger; null where the partnership pays nothing.</summary>
    public Id<FundingCommitment>? CommitmentId { get; private set; }
    public string? InvoiceNumber { get; private set; }
    public DateOnly? InvoicedOn { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<OrderedRun> Runs => runs;

    /// <summary>What people call it: "TO-0003".</summary>
    public string Reference => ReferenceOf(Number);

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
        if (runs.Exists(r => r.RunId == run)) throw new Refused("This date stands under the order already", "RunId");
        runs.Add(new() { OrderId = Id, RunId = run });
    }

    public void NoLongerGives(Id<CourseRun> run)
    {
        if (runs.RemoveAll(r => r.RunId == run) == 0) throw new Refused("This date does not stand under the order");
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
