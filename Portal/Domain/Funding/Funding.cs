namespace Portal.Domain;

public enum FundingKind { PartnershipBudget, Grant, Contribution }

/// <summary>Money that the partnership has for training, from a day until a day.</summary>
public sealed class FundingSource : IBelongToPartnership, IVersioned
{
    public Id<FundingSource> Id { get; init; } = Id<FundingSource>.New();
    public required Id<Partnership> PartnershipId { get; init; }
    public required string Name { get; set; }
    public required FundingKind Kind { get; init; }
    public required Money Amount { get; set; }
    public required DateOnly From { get; set; }

    /// <summary>The last day on which it can be spent; null when it does not end.</summary>
    public DateOnly? EndsOn { get; set; }

    /// <summary>The board that gave it, when it was asked for.</summary>
    public Id<ContributionRequest>? RequestId { get; init; }
    public int Version { get; private set; }

    /// <summary>Above this, an amount is a slip of the hand.</summary>
    public static readonly Money Most = Money.OfPounds(10_000_000);

    /// <summary>Refuses what no sum of the ledger can be: nothing, or more than £10,000,000.</summary>
    /// <param name="field">Where it was typed.</param>
    public static void RefuseUnlessSane(Money amount, string field)
    {
        if (amount <= Money.Zero) throw new Refused("Enter an amount more than £0", field);
        if (amount > Most) throw new Refused($"Amount must be {Most} or less", field);
    }

    /// <summary>Money from a day until a day. Refused for an impossible amount, and when it would end before it begins.</summary>
    public static FundingSource Of(
        Id<Partnership> partnershipId, string name, FundingKind kind, Money amount, DateOnly from, DateOnly? endsOn,
        ContributionRequest? request = null)
    {
        RefuseUnlessSane(amount, request is null ? nameof(Amount) : nameof(ContributionRequest.Agreed));
        if (endsOn < from) throw new Refused("The last day must be on or after the first", nameof(EndsOn));
        return new()
        {
            PartnershipId = partnershipId, Name = name, Kind = kind, Amount = amount, From = from, EndsOn = endsOn, RequestId = request?.Id,
        };
    }

    public bool IsAvailableOn(DateOnly day) => From <= day && (EndsOn is null || day <= EndsOn);

    /// <summary>Why training on a day cannot be paid from it, in a sentence; null where it can.</summary>
    /// <param name="what">What would be paid, as the sentence begins: "This date".</param>
    public string? WhyNotPaidOn(DateOnly day, string what) => EndsOn is { } last && last < day
        ? $"{what} would be on {Words.Day(day)}, and {Name} cannot be spent after {Words.Day(last)}" : null;

    /// <summary>Promises a part of it from today. Refused outside its days, for nothing, and beyond what is free.</summary>
    /// <param name="promised">What is promised of it already.</param>
    /// <param name="agency">Whom it serves; null for all agencies.</param>
    public FundingCommitment Promise(Money promised, Id<Agency>? agency, string what, Money amount, DateOnly today)
    {
        if (!IsAvailableOn(today)) throw new Refused($"{Name} is not available today", nameof(FundingCommitment.SourceId));
        if (amount <= Money.Zero) throw new Refused("Enter an amount more than £0", nameof(Amount));
        if (amount > Amount - promised) throw new Refused($"Only {Amount - promised} of {Name} is free", nameof(Amount));
        return new() { PartnershipId = PartnershipId, SourceId = Id, AgencyId = agency, What = what, Amount = amount, On = today };
    }
}

/// <summary>Money of a source that is promised for something: to an agency's costing, or to what serves all.</summary>
public sealed class FundingCommitment : IBelongToPartnership
{
    public Id<FundingCommitment> Id { get; init; } = Id<FundingCommitment>.New();
    public required Id<Partnership> PartnershipId { get; init; }
    public required Id<FundingSource> SourceId { get; init; }
    private Id<Agency>? agencyId;

    /// <summary>The agency that it is for; null where it serves several.</summary>
    public Id<Agency>? AgencyId { get => agencyId; init => agencyId = value; }
    public required string What { get; init; }
    public required Money Amount { get; init; }
    public required DateOnly On { get; init; }
    public DateOnly? ReleasedOn { get; private set; }

    /// <summary>What of it was spent before the rest was released; nothing while it stands.</summary>
    public Money Kept { get; private set; }

    /// <summary>What it takes of its source today.</summary>
    public Money Standing => ReleasedOn is null ? Amount : Kept;

    /// <summary>What it took of its source at the end of a day; nothing before it was made.</summary>
    public Money StandingOn(DateOnly day) => On > day ? Money.Zero : ReleasedOn is null || ReleasedOn > day ? Amount : Kept;

    /// <summary>The agency that it is for is part of another now.</summary>
    public void HandOver(Id<Agency> to) => agencyId = to;

    /// <summary>It will not be spent after all, and is free for something else, but for what is kept because it was spent.</summary>
    public void Release(DateOnly today, Money kept = default)
    {
        if (ReleasedOn is not null) throw new Refused("This commitment is already released");
        if (kept < Money.Zero || kept > Amount) throw new ArgumentOutOfRangeException(nameof(kept), "Between nothing and its amount");
        (ReleasedOn, Kept) = (today, kept);
    }
}

public enum ContributionAnswer { Waiting, Agreed, Declined }

/// <summary>A contribution asked of another board, and what it answered.</summary>
public sealed class ContributionRequest : IBelongToPartnership, IVersioned
{
    public Id<ContributionRequest> Id { get; init; } = Id<ContributionRequest>.New();
    public required Id<Partnership> PartnershipId { get; init; }
    public required string Board { get; init; }
    public required Money Asked { get; init; }
    public required DateOnly AskedOn { get; init; }
    public ContributionAnswer Answer { get; private set; }
    public Money? Agreed { get; private set; }
    public DateOnly? AnsweredOn { get; private set; }
    public string? Note { get; private set; }
    public int Version { get; private set; }

    /// <summary>Asks a board. Refused for an impossible amount, and for a day to come.</summary>
    public static ContributionRequest Of(Id<Partnership> partnershipId, string board, Money asked, DateOnly askedOn, DateOnly today)
    {
        FundingSource.RefuseUnlessSane(asked, nameof(Asked));
        if (askedOn > today) throw new Refused("The date must be today or in the past", nameof(AskedOn));
        return new() { PartnershipId = partnershipId, Board = board, Asked = asked, AskedOn = askedOn };
    }

    /// <summary>The board gives money, which becomes a source of funding until a day.</summary>
    public FundingSource Agree(Money amount, DateOnly from, DateOnly? endsOn, string? note, DateOnly today)
    {
        RefuseIfAnswered();
        var source = FundingSource.Of(PartnershipId, $"Contribution from {Board}", FundingKind.Contribution, amount, from, endsOn, this);
        (Answer, Agreed, AnsweredOn, Note) = (ContributionAnswer.Agreed, amount, today, note);
        return source;
    }

    public void Decline(string? note, DateOnly today)
    {
        RefuseIfAnswered();
        (Answer, AnsweredOn, Note) = (ContributionAnswer.Declined, today, note);
    }

    private void RefuseIfAnswered()
    {
        if (Answer != ContributionAnswer.Waiting) throw new Refused($"{Board} has already answered");
    }
}

public static class FundingWords
{
    public static string Words(this FundingKind kind) => kind switch
    {
        FundingKind.PartnershipBudget => "Partnership budget",
        FundingKind.Grant => "Grant",
        FundingKind.Contribution => "Contribution",
    };

    public static string Words(this ContributionAnswer answer) => answer switch
    {
        ContributionAnswer.Waiting => "Waiting for an answer",
        ContributionAnswer.Agreed => "Agreed",
        ContributionAnswer.Declined => "Declined",
    };
}
