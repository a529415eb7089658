using System.Security.Cryptography;

namespace Portal.Domain;

/// <summary>When someone is asked about a course: just before it, the day after it, and three months later.</summary>
public enum EvaluationMoment { Before, After, FollowUp }

/// <summary>Whether what was learned is used, as people say three months later.</summary>
public enum UseInPractice { NotYet, Sometimes, Often }

/// <summary>
/// That someone was asked, and whether they have answered: never what. Of an answer nothing leads back to it, neither a key nor an hour.
/// </summary>
[KeepsOwnHistory]
public sealed class EvaluationRequest : IBelongToPartnership
{
    /// <summary>How long the link in the message answers.</summary>
    public const int OpenForDays = 42;

    public Id<EvaluationRequest> Id { get; init; } = Id<EvaluationRequest>.New();
    public required Id<Partnership> PartnershipId { get; init; }
    public required Id<Booking> BookingId { get; init; }
    public required EvaluationMoment Moment { get; init; }
    public required DateOnly AskedOn { get; init; }

    /// <summary>Fingerprint of the code in the link, by which people answer without an account.</summary>
    public required string LinkHash { get; init; }
    public bool IsAnswered { get; private set; }

    public bool IsOpenOn(DateOnly day) => !IsAnswered && day <= AskedOn.AddDays(OpenForDays);

    public void Answered(DateOnly today)
    {
        if (!IsOpenOn(today)) throw new Refused("This link no longer works: it answers once, and for six weeks");
        IsAnswered = true;
    }
}

/// <summary>What someone said, and of which date of a course: read only in totals of at least <see cref="Fewest"/>.</summary>
[KeepsOwnHistory]
public sealed class EvaluationReply : IBelongToPartnership
{
    /// <summary>Fewer replies than these are never shown.</summary>
    public const int Fewest = 5;

    private readonly List<EvaluationRating> ratings = [];

    /// <summary>By chance and not by time, so that nobody can put replies in the order in which they came.</summary>
    public Id<EvaluationReply> Id { get; init; } = new(new Guid(RandomNumberGenerator.GetBytes(16)));
    public required Id<Partnership> PartnershipId { get; init; }
    public required Id<CourseRun> RunId { get; init; }
    public required EvaluationMoment Moment { get; init; }

    /// <summary>Asked three months later.</summary>
    public UseInPractice? Uses { get; init; }
    public IReadOnlyList<EvaluationRating> Ratings => ratings;

    /// <param name="confidence">From 1, not at all, to 5, fully.</param>
    public void Rate(string framework, string statement, int confidence)
    {
        if (confidence is < 1 or > 5) throw new Refused("Choose a number from 1 to 5", statement);
        ratings.Add(new() { ReplyId = Id, Framework = framework, Code = statement, Confidence = confidence });
    }
}

/// <summary>How confident someone is in what one statement says.</summary>
[KeepsOwnHistory]
public sealed class EvaluationRating
{
    public required Id<EvaluationReply> ReplyId { get; init; }
    public required string Framework { get; init; }

    /// <summary>The code of the statement: "L2.4".</summary>
    public required string Code { get; init; }

    /// <summary>1 to 5.</summary>
    public required int Confidence { get; init; }
}

public static class EvaluationWords
{
    public static string Words(this EvaluationMoment moment) => moment switch
    {
        EvaluationMoment.Before => "Before",
        EvaluationMoment.After => "After",
        EvaluationMoment.FollowUp => "Three months later",
    };

    public static string Words(this UseInPractice use) => use switch
    {
        UseInPractice.NotYet => "Not yet",
        UseInPractice.Sometimes => "A few times",
        UseInPractice.Often => "Often",
    };
}
