namespace Portal.Domain;

/// <summary>
/// An agency's answer to one question, and what the commissioner makes of it. An answer carried forward from the last
/// cycle counts as no answer until someone saves it.
/// </summary>
public sealed class ReturnAnswer : IVersioned
{
    public const int HighestScore = CycleQuestion.HighestScore;
    public const int LongestWords = 2000;

    public Id<ReturnAnswer> Id { get; init; } = Id<ReturnAnswer>.New();
    public required Id<AgencyReturn> ReturnId { get; init; }
    public required Id<CycleQuestion> QuestionId { get; init; }

    /// <summary>From 0 to 3, for a scored question.</summary>
    public int? Score { get; private set; }

    /// <summary>For a question that asks how many.</summary>
    public int? Count { get; private set; }
    public string? Words { get; private set; }
    public Id<StoredFile>? EvidenceId { get; private set; }

    /// <summary>The last day on which the evidence counts; null when it does not end.</summary>
    public DateOnly? EvidenceEndsOn { get; private set; }
    public DateTime? AnsweredAt { get; private set; }
    public string? AnsweredBy { get; private set; }

    /// <summary>From 0 to 3, by the commissioner.</summary>
    public int? ModeratedScore { get; private set; }
    public int Version { get; private set; }

    public bool IsAnswered => AnsweredAt is not null;

    /// <summary>Filled from the last cycle, and looked at by nobody yet.</summary>
    public bool IsCarriedForward => !IsAnswered && (Score is not null || Count is not null || Words is not null);

    public void Answer(QuestionKind kind, int? score, int? count, string? words, Viewer viewer, DateTime now)
    {
        if (kind == QuestionKind.Scored && score is null) throw new Refused("Select the description that fits best", nameof(Score));
        if (score is < 0 or > HighestScore) throw new Refused($"Select a score between 0 and {HighestScore}", nameof(Score));
        if (kind == QuestionKind.Number && count is null) throw new Refused("Enter a number, 0 if there are none", nameof(Count));
        if (count is < 0 or > 1_000_000) throw new Refused("Enter a whole number between 0 and 1,000,000", nameof(Count));
        if (kind == QuestionKind.Words && string.IsNullOrWhiteSpace(words)) throw new Refused("Enter an answer, or “none”", nameof(Words));
        (Score, Count, Words) = (kind == QuestionKind.Scored ? score : null, kind == QuestionKind.Number ? count : null, words);
        (AnsweredAt, AnsweredBy) = (now, viewer.Name);
    }

    public void Show(Id<StoredFile>? evidence, DateOnly? endsOn) => (EvidenceId, EvidenceEndsOn) = (evidence, endsOn);

    /// <summary>The commissioner's own score, kept beside the agency's.</summary>
    public void Moderate(int? score)
    {
        if (score is < 0 or > HighestScore) throw new Refused($"Select a score between 0 and {HighestScore}", nameof(ModeratedScore));
        ModeratedScore = score;
    }

    /// <summary>The same answer to the same question of a later cycle, not yet looked at.</summary>
    public ReturnAnswer CarryTo(Id<AgencyReturn> next, Id<CycleQuestion> question) => new()
    {
        ReturnId = next, QuestionId = question, Score = Score, Count = Count, Words = Words, EvidenceId = EvidenceId,
        EvidenceEndsOn = EvidenceEndsOn,
    };

    /// <summary>The same answer in a later version of the same return.</summary>
    internal ReturnAnswer CopyTo(Id<AgencyReturn> next)
    {
        var copy = CarryTo(next, QuestionId);
        (copy.AnsweredAt, copy.AnsweredBy, copy.ModeratedScore) = (AnsweredAt, AnsweredBy, ModeratedScore);
        return copy;
    }
}
