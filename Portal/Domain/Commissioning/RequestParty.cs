namespace Portal.Domain;

/// <summary>Another agency that asks for the same training and shares its cost.</summary>
public sealed class RequestParty
{
    public required Id<CommissioningRequest> RequestId { get; init; }
    public required Id<Agency> AgencyId { get; init; }

    /// <summary>Places that it asks for, besides those of the others.</summary>
    public required int Places { get; set; }
}

/// <summary>What the request says about a clause that no data can tell: how survivors have a voice in it, how it is evaluated.</summary>
public sealed class RequestStatement
{
    public const int Longest = 2000;

    public required Id<CommissioningRequest> RequestId { get; init; }

    /// <summary>The clause by its code, whichever of its versions is in force.</summary>
    public required string ClauseCode { get; init; }
    public required string Text { get; set; }
}

/// <summary>What an approval depends on: an office does it by a day.</summary>
public sealed class RequestCondition
{
    public Id<RequestCondition> Id { get; init; } = Id<RequestCondition>.New();
    public required Id<CommissioningRequest> RequestId { get; init; }
    public required string What { get; init; }

    /// <summary>The office that answers for it, never a name.</summary>
    public required string Owner { get; init; }
    public required DateOnly DueOn { get; init; }
    public DateOnly? MetOn { get; private set; }

    /// <summary>What shows that it was met.</summary>
    public string? Evidence { get; private set; }

    public bool IsLateOn(DateOnly today) => MetOn is null && DueOn < today;

    internal void Meet(string? evidence, DateOnly today)
    {
        if (MetOn is not null) throw new Refused("This condition has been met already");
        if (string.IsNullOrWhiteSpace(evidence)) throw new Refused("Enter what shows that it is met", nameof(Evidence));
        (MetOn, Evidence) = (today, evidence);
    }
}

/// <summary>One step of a request.</summary>
public sealed class RequestEvent : Event<RequestEvent, RequestStep>
{
    public required Id<CommissioningRequest> RequestId { get; init; }
}
