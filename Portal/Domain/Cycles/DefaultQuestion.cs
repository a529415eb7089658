namespace Portal.Domain;

/// <summary>A question that a new cycle of the partnership asks unless the commissioner leaves it out.</summary>
public sealed class DefaultQuestion : IBelongToPartnership
{
    public Id<DefaultQuestion> Id { get; init; } = Id<DefaultQuestion>.New();
    public required Id<Partnership> PartnershipId { get; init; }

    /// <summary>What the same question is called in every cycle.</summary>
    public required string Code { get; init; }

    /// <summary>Its place in a return, from 1.</summary>
    public required int Number { get; init; }
    public required QuestionKind Kind { get; init; }
    public required string Text { get; init; }
    public string? Hint { get; init; }

    /// <summary>What each score from 0 to 3 means, one on each line; null for questions that are not scored.</summary>
    public string? Descriptors { get; init; }

    /// <summary>The same question, asked in a cycle as its question of a number.</summary>
    public CycleQuestion For(Id<Cycle> cycle, int number) =>
        new() { CycleId = cycle, Code = Code, Number = number, Kind = Kind, Text = Text, Hint = Hint, Descriptors = Descriptors };
}
