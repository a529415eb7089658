namespace Portal.Domain;

/// <summary>
/// One round of skill-gap assessments: every agency of a phase makes a return by an hour on a day, against one
/// version of the framework.
/// </summary>
public sealed class Cycle : IBelongToPartnership, IVersioned
{
    private readonly List<CycleQuestion> questions = [];

    public Id<Cycle> Id { get; init; } = Id<Cycle>.New();
    public required Id<Partnership> PartnershipId { get; init; }
    public required Id<Phase> PhaseId { get; init; }

    /// <summary>What levels are counted against: the version in force on the cut-off day.</summary>
    public required Id<Framework> FrameworkId { get; set; }
    public required string Title { get; set; }

    /// <summary>The day on which agencies are asked.</summary>
    public required DateOnly OpensOn { get; set; }

    /// <summary>The day whose staff list and records the figures show.</summary>
    public required DateOnly CutOffOn { get; set; }

    /// <summary>The instant after which a return is late.</summary>
    public required DateTime DueAt { get; set; }

    /// <summary>The last day that the plans look ahead to: training that lapses by then is "expiring during the cycle".</summary>
    public required DateOnly EndsOn { get; set; }
    public DateTime? OpenedAt { get; private set; }
    public int Version { get; private set; }

    public IReadOnlyList<CycleQuestion> Questions => questions;
    public DateOnly DueOn => UkClock.DayOf(DueAt);
    public bool IsOpen => OpenedAt is not null;

    public void Ask(CycleQuestion question)
    {
        RefuseIfOpen();
        questions.Add(question);
    }

    /// <summary>A question of the commissioner's own, asked last. A scored one needs a description for each of its four scores.</summary>
    public CycleQuestion Ask(QuestionKind kind, string text, string? hint, string? descriptors)
    {
        var id = Id<CycleQuestion>.New();
        var question = new CycleQuestion
        {
            Id = id, CycleId = Id, Code = $"OWN-{id}", Number = questions.Select(q => q.Number).DefaultIfEmpty().Max() + 1, Kind = kind,
            Text = text
        };
        question.Reword(text, hint, descriptors);
        Ask(question);
        return question;
    }

    /// <summary>Other words for a question that is asked; what kind of answer it wants stays.</summary>
    public void Reword(Id<CycleQuestion> questionId, string text, string? hint, string? descriptors)
    {
        RefuseIfOpen();
        questions.Single(q => q.Id == questionId).Reword(text, hint, descriptors);
    }

    public void Drop(Id<CycleQuestion> questionId)
    {
        RefuseIfOpen();
        questions.RemoveAll(q => q.Id == questionId);
    }

    /// <summary>Sets the days. The cut-off must not be after the due day, and the due hour not before the opening.</summary>
    public void Plan(string title, DateOnly opensOn, DateOnly cutOffOn, DateTime dueAt, DateOnly endsOn)
    {
        RefuseIfOpen();
        Check(opensOn, cutOffOn, dueAt, endsOn);
        (Title, OpensOn, CutOffOn, DueAt, EndsOn) = (title, opensOn, cutOffOn, dueAt, endsOn);
    }

    /// <summary>Refuses days that cannot follow one another.</summary>
    public static void Check(DateOnly opensOn, DateOnly cutOffOn, DateTime dueAt, DateOnly endsOn)
    {
        var dueOn = UkClock.DayOf(dueAt);
        if (dueOn < opensOn.AddDays(7))
            throw new Refused("Agencies need at least a week: the due date must be 7 days or more after the opening", nameof(DueAt));
        if (dueOn > opensOn.AddYears(1)) throw new Refused("The due date must be within a year of the opening", nameof(DueAt));
        if (cutOffOn > dueOn) throw new Refused("The cut-off must be on or before the due date", nameof(CutOffOn));
        if (cutOffOn < opensOn.AddYears(-1)) throw new Refused("The cut-off must be within the year before the opening", nameof(CutOffOn));
        if (endsOn < dueOn) throw new Refused("The end of the cycle must be on or after the due date", nameof(EndsOn));
        if (endsOn > opensOn.AddYears(3)) throw new Refused("A cycle lasts at most three years", nameof(EndsOn));
    }

    public void Open(DateOnly today, DateTime now)
    {
        RefuseIfOpen();
        if (today < OpensOn) throw new Refused($"This cycle opens on {Words.Day(OpensOn)}");
        if (now >= DueAt) throw new Refused("The due date has passed. Change it before opening the cycle", nameof(DueAt));
        OpenedAt = now;
    }

    /// <summary>What agencies answer does not change under them.</summary>
    public void RefuseIfOpen()
    {
        if (OpenedAt is not null)
            throw new Refused("This cycle is open, so agencies already answer it. Give an extension to those who need one");
    }
}

public enum QuestionKind
{
    /// <summary>Scored from 0 to 3, each score with its own description.</summary>
    Scored,
    Number,
    Words,
}

/// <summary>A question of a cycle. Its text stays as it was asked.</summary>
public sealed class CycleQuestion
{
    /// <summary>Scores run from 0 to this.</summary>
    public const int HighestScore = 3;

    public Id<CycleQuestion> Id { get; init; } = Id<CycleQuestion>.New();
    public required Id<Cycle> CycleId { get; init; }

    /// <summary>What the same question is called in every cycle, so that last year's answer can be carried forward.</summary>
    public required string Code { get; init; }
    public required int Number { get; init; }
    public required string Text { get; set; }
    public string? Hint { get; set; }
    public required QuestionKind Kind { get; init; }

    /// <summary>What each score means, from 0 to 3, one on each line; null for other kinds.</summary>
    public string? Descriptors { get; set; }

    public IReadOnlyList<string> Scores => Descriptors?.Split('\n') ?? [];

    internal void Reword(string text, string? hint, string? descriptors)
    {
        string[] lines = [.. (descriptors ?? "").Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0)];
        if (Kind == QuestionKind.Scored && lines.Length != HighestScore + 1)
            throw new Refused(
                $"Enter four lines, one for each score from 0 to 3. There {(lines.Length == 1 ? "is" : "are")} {lines.Length}",
                nameof(Descriptors));
        (Text, Hint, Descriptors) = (text, hint, Kind == QuestionKind.Scored ? string.Join('\n', lines) : null);
    }
}
