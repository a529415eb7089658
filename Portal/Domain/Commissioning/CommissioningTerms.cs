namespace Portal.Domain;

/// <summary>
/// By what a partnership decides on commissioning: up to which amount who decides, how soon, with how many present, and which price of a
/// place is out of line. Basis: resolution 6 of December 2016; a quorum of so many members from so many agencies is that of a domestic
/// abuse strategic group’s terms of reference; £200 is the reference price of an accredited place in the same group’s plan.
/// </summary>
public sealed class CommissioningTerms : IBelongToPartnership, IVersioned
{
    public Id<CommissioningTerms> Id { get; init; } = Id<CommissioningTerms>.New();
    public required Id<Partnership> PartnershipId { get; init; }

    /// <summary>The commissioner alone decides on requests that ask the partnership for no more.</summary>
    public Money CommissionerUpTo { get; private set; } = Money.OfPounds(2_000);

    /// <summary>A meeting of the sub-group decides up to this; above it, a meeting of the board.</summary>
    public Money SubGroupUpTo { get; private set; } = Money.OfPounds(10_000);

    /// <summary>A place that costs more than this does not meet the clause on price.</summary>
    public Money ReferencePrice { get; private set; } = Money.OfPounds(200);

    /// <summary>Working days in which a request is decided. Days on which its agency changes it do not count.</summary>
    public int TargetWorkingDays { get; private set; } = 20;
    public int QuorumMembers { get; private set; } = 5;
    public int QuorumAgencies { get; private set; } = 3;

    /// <summary>Working days after a decision in which the agency that asked may appeal to the chair.</summary>
    public int AppealWorkingDays { get; private set; } = 10;

    /// <summary>Days in which urgent training that was commissioned first is asked for.</summary>
    public int UrgentDays { get; private set; } = 10;
    public int Version { get; private set; }

    /// <summary>
    /// Those that a partnership sets for the first time: a version of their own, so that somebody who saw the usual ones meanwhile looks
    /// again.
    /// </summary>
    public static CommissioningTerms FirstOf(Id<Partnership> partnership) => new() { PartnershipId = partnership, Version = 1 };

    public sealed record Entry(
        Money CommissionerUpTo, Money SubGroupUpTo, Money ReferencePrice, int TargetWorkingDays, int QuorumMembers, int QuorumAgencies)
    {
        public int AppealWorkingDays { get; init; } = 10;
        public int UrgentDays { get; init; } = 10;
    }

    public void Change(Entry entry)
    {
        RefuseUnlessSum(entry.CommissionerUpTo, nameof(CommissionerUpTo));
        RefuseUnlessSum(entry.SubGroupUpTo, nameof(SubGroupUpTo));
        RefuseUnlessSum(entry.ReferencePrice, nameof(ReferencePrice));
        if (entry.SubGroupUpTo < entry.CommissionerUpTo)
            throw new Refused("The sub-group decides on at least as much as the commissioner alone", nameof(SubGroupUpTo));
        if (entry.TargetWorkingDays is < 1 or > 120) throw new Refused("Enter between 1 and 120 working days", nameof(TargetWorkingDays));
        if (entry.QuorumMembers is < 1 or > 50) throw new Refused("Enter between 1 and 50 members", nameof(QuorumMembers));
        if (entry.QuorumAgencies < 1 || entry.QuorumAgencies > entry.QuorumMembers)
            throw new Refused("Enter at least 1 agency, and no more than there are members", nameof(QuorumAgencies));
        if (entry.AppealWorkingDays is < 1 or > 60) throw new Refused("Enter between 1 and 60 working days", nameof(AppealWorkingDays));
        if (entry.UrgentDays is < 1 or > 60) throw new Refused("Enter between 1 and 60 days", nameof(UrgentDays));
        (AppealWorkingDays, UrgentDays) = (entry.AppealWorkingDays, entry.UrgentDays);
        (CommissionerUpTo, SubGroupUpTo, ReferencePrice) = (entry.CommissionerUpTo, entry.SubGroupUpTo, entry.ReferencePrice);
        (TargetWorkingDays, QuorumMembers, QuorumAgencies) = (entry.TargetWorkingDays, entry.QuorumMembers, entry.QuorumAgencies);
    }

    /// <summary>Who decides on a request that asks the partnership for so much.</summary>
    public DecisionRoute RouteFor(Money asked) =>
        asked <= CommissionerUpTo ? DecisionRoute.Commissioner
        : asked <= SubGroupUpTo ? DecisionRoute.SubGroup
        : DecisionRoute.Partnership;

    private static void RefuseUnlessSum(Money amount, string field)
    {
        if (amount < Money.Zero || amount > FundingSource.Most)
            throw new Refused($"Enter an amount between £0 and {FundingSource.Most}", field);
    }
}
