namespace Portal.Domain;

/// <summary>
/// What a cost is for. Release and backfill are most of the cost of training: 78% in one council's induction courses of 2010.
/// </summary>
public enum CostKind
{
    ProviderFee, AccreditationFee, TrainerDay, Venue, Materials, ELearningLicence, StaffRelease, Backfill, Travel, InterpreterAccess,
    Administration
}

/// <summary>Who pays. What is asked of the partnership becomes a resource implication for its board.</summary>
public enum CostFunding { OwnBudget, Partnership, Other, NoSource }

/// <summary>
/// One line of the costing of an action: quantity × unit price, VAT rounded once. Without both it is blank,
/// counts nothing and is listed.
/// </summary>
public sealed class CostLine : IVersioned
{
    /// <summary>The largest price of one unit, and the largest line: more is a slip of the keyboard.</summary>
    public static readonly Money Most = Money.OfPounds(1_000_000);

    /// <summary>The rates of VAT in the United Kingdom, per cent.</summary>
    public static readonly IReadOnlyList<int> VatRates = [0, 5, 20];

    public Id<CostLine> Id { get; init; } = Id<CostLine>.New();
    public required Id<AgencyReturn> ReturnId { get; init; }
    public required Id<GapAction> ActionId { get; init; }
    public CostKind Kind { get; private set; }
    public string? Note { get; private set; }

    /// <summary>People, days, hours or pieces, with up to two decimal places; null while unknown.</summary>
    public decimal? Quantity { get; private set; }
    public Money? UnitPrice { get; private set; }

    /// <summary>Per cent.</summary>
    public int VatPercent { get; private set; }
    public CostFunding Funding { get; private set; }

    /// <summary>The financial year, by the calendar year in which it begins on 1 April.</summary>
    public int Year { get; private set; }

    /// <summary>Before VAT, in pence. Whole pence in a plain column, so that a database can add them up.</summary>
    public long NetPence { get; private set; }

    /// <summary>VAT, in pence.</summary>
    public long VatPence { get; private set; }
    public int Version { get; private set; }

    public bool IsBlank => Quantity is null || UnitPrice is null;
    public Money Vat => new(VatPence);
    public Money Total => new(NetPence + VatPence);

    public sealed record Entry(
        CostKind Kind, string? Note, decimal? Quantity, Money? UnitPrice, int VatPercent, CostFunding Funding, int Year)
    {
        /// <summary>Before VAT; nothing while it is blank.</summary>
        public Money Net => this is { Quantity: { } number, UnitPrice: { } price } ? price.Times(number) : Money.Zero;

        /// <summary>Refused when it cannot be a line of any costing.</summary>
        public void RefuseUnlessSound()
        {
            if (Quantity is < 0 or > 100_000) throw new Refused("Quantity must be between 0 and 100,000", nameof(Quantity));
            if (Quantity is { } quantity && decimal.Round(quantity, 2) != quantity)
                throw new Refused("Quantity can have up to two decimal places", nameof(Quantity));
            if (UnitPrice < Money.Zero) throw new Refused("Price must be £0 or more", nameof(UnitPrice));
            if (UnitPrice > Most) throw new Refused($"Price must be {Most} or less", nameof(UnitPrice));
            if (!VatRates.Contains(VatPercent)) throw new Refused("Select a rate of VAT", nameof(VatPercent));
            if (Net > Most) throw new Refused($"Quantity times price is {Net}. A line can be {Most} at most", nameof(Quantity));
        }
    }

    public void Change(Entry entry)
    {
        entry.RefuseUnlessSound();
        (Kind, Note, Quantity, UnitPrice) = (entry.Kind, entry.Note, entry.Quantity, entry.UnitPrice);
        (VatPercent, Funding, Year) = (entry.VatPercent, entry.Funding, entry.Year);
        (NetPence, VatPence) = (entry.Net.Pence, entry.Net.Times(entry.VatPercent / 100m).Pence);
    }

    internal CostLine CopyTo(Id<AgencyReturn> next, Id<GapAction> action) => new()
    {
        ReturnId = next, ActionId = action, Kind = Kind, Note = Note, Quantity = Quantity, UnitPrice = UnitPrice, VatPercent = VatPercent,
        Funding = Funding, Year = Year, NetPence = NetPence, VatPence = VatPence,
    };
}

public static class CostWords
{
    public static string Words(this CostKind kind) => kind switch
    {
        CostKind.ProviderFee => "Provider fee",
        CostKind.AccreditationFee => "Accreditation fee",
        CostKind.TrainerDay => "Trainer day",
        CostKind.Venue => "Venue",
        CostKind.Materials => "Materials",
        CostKind.ELearningLicence => "E-learning licence",
        CostKind.StaffRelease => "Staff release",
        CostKind.Backfill => "Backfill",
        CostKind.Travel => "Travel",
        CostKind.InterpreterAccess => "Interpreter and access",
        CostKind.Administration => "Administration",
    };

    /// <summary>What one of the quantity is.</summary>
    public static string Unit(this CostKind kind) => kind switch
    {
        CostKind.ProviderFee or CostKind.AccreditationFee or CostKind.ELearningLicence or CostKind.Materials or CostKind.Travel => "person",
        CostKind.TrainerDay or CostKind.Venue or CostKind.InterpreterAccess => "day",
        CostKind.StaffRelease or CostKind.Backfill or CostKind.Administration => "hour",
    };

    /// <summary>One of it is for one person, so that people alone say how many.</summary>
    public static bool IsForEachPerson(this CostKind kind) => kind.Unit() == "person";

    public static string Words(this CostFunding funding) => funding switch
    {
        CostFunding.OwnBudget => "Our own budget",
        CostFunding.Partnership => "Asked of the partnership",
        CostFunding.Other => "Another source, such as a grant",
        CostFunding.NoSource => "No source yet",
    };

    /// <summary>As someone who is not the agency reads it.</summary>
    public static string ForAll(this CostFunding funding) => funding == CostFunding.OwnBudget ? "The agency’s own budget" : funding.Words();
}
