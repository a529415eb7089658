namespace Portal.Domain;

/// <summary>One line of what a request costs, by the arithmetic of every costing: quantity × unit price, VAT rounded once.</summary>
public sealed class RequestCost
{
    public Id<RequestCost> Id { get; init; } = Id<RequestCost>.New();
    public required Id<CommissioningRequest> RequestId { get; init; }
    public CostKind Kind { get; private set; }
    public string? Note { get; private set; }

    /// <summary>People, days, hours or pieces.</summary>
    public decimal Quantity { get; private set; }
    public Money UnitPrice { get; private set; }

    /// <summary>Per cent.</summary>
    public int VatPercent { get; private set; }
    public CostFunding Funding { get; private set; }

    /// <summary>With VAT.</summary>
    public Money Total { get; private set; }

    /// <summary>Whether it is what the training itself costs, and not what releasing people for it does.</summary>
    public bool IsForTheTraining => Kind is not (CostKind.StaffRelease or CostKind.Backfill or CostKind.Travel);

    internal static RequestCost Of(Id<CommissioningRequest> request, CostLine.Entry entry)
    {
        if (entry.Quantity is not > 0) throw new Refused("Enter a quantity more than 0", nameof(entry.Quantity));
        if (entry.UnitPrice is null) throw new Refused("Enter the price of one", nameof(entry.UnitPrice));
        entry.RefuseUnlessSound();
        return new()
        {
            RequestId = request, Kind = entry.Kind, Note = entry.Note, Quantity = entry.Quantity.Value, UnitPrice = entry.UnitPrice.Value,
            VatPercent = entry.VatPercent, Funding = entry.Funding, Total = entry.Net + entry.Net.Times(entry.VatPercent / 100m),
        };
    }
}
