namespace Portal.Domain;

/// <summary>What the portal can tell of a request by itself.</summary>
public enum ClauseRule { AccreditedThroughout, TrainersAboveTheLevel, CoversTheLevel, PriceInLine, NoDuplicate }

public enum ClauseOutcome { Met, NotMet, NeedsAPerson }

/// <summary>What the data say about a request, for its clauses.</summary>
/// <param name="AccreditedUntil">
/// The last day until which the course, or its provider by a mark that counts on the first day, is accredited without a break;
/// null when it is not on the first day; <see cref="DateOnly.MaxValue"/> for a mark that does not end.
/// </param>
/// <param name="IsOnRegister">Whether its provider is on the register.</param>
/// <param name="TopLevel">The highest level of the framework.</param>
/// <param name="LevelCode">What people call the level asked for.</param>
/// <param name="Statements">Codes of the level’s statements, with the strands that each is about.</param>
/// <param name="Covered">Codes of the statements that the course covers.</param>
/// <param name="CoveredStrands">Codes of the strands that the course covers.</param>
/// <param name="PricesAtLevel">The prices of a place on courses of the catalogue at the level, the lowest first.</param>
/// <param name="StrandNames">By their codes.</param>
/// <param name="Alike">Courses of the catalogue that teach the same people much of the same: "C04, Ask and act".</param>
public sealed record ClauseFacts(
    CommissioningRequest Request, bool IsOnRegister, DateOnly? AccreditedUntil, int TopLevel, string LevelCode,
    IReadOnlyList<string> Statements, IReadOnlyCollection<string> Covered, IReadOnlyCollection<string> CoveredStrands,
    IReadOnlyList<Money> PricesAtLevel, IReadOnlyList<string> Alike, Money ReferencePrice, IReadOnlyDictionary<string, string> StrandNames);

/// <summary>How one clause stands.</summary>
/// <param name="Evidence">What shows it, in a sentence.</param>
/// <param name="By">The person who judged; null where the data did.</param>
public sealed record ClauseStanding(Clause Clause, ClauseOutcome Outcome, string Evidence, string? By = null);

/// <summary>How a request stands against a clause: a person’s finding first, then what the data say, else it waits for a person.</summary>
public static class ClauseCheck
{
    public static ClauseStanding Of(Clause clause, ClauseFacts facts, ClauseFinding? finding)
    {
        var said = facts.Request.Statements.FirstOrDefault(s => s.ClauseCode == clause.Code)?.Text;
        if (finding is not null)
            return new(clause, finding.IsMet ? ClauseOutcome.Met : ClauseOutcome.NotMet, said ?? "Judged by a person", finding.By);
        if (clause.Asks is not null && said is null) return new(clause, ClauseOutcome.NotMet, "Nothing is said about it");
        var (outcome, evidence) = clause.Rule is { } rule ? ByRule(rule, facts) : (ClauseOutcome.NeedsAPerson, said!);
        return new(clause, outcome, evidence);
    }

    private static (ClauseOutcome, string) ByRule(ClauseRule rule, ClauseFacts facts) => rule switch
    {
        ClauseRule.AccreditedThroughout => Accredited(facts),
        ClauseRule.TrainersAboveTheLevel => Trainers(facts),
        ClauseRule.CoversTheLevel => Content(facts),
        ClauseRule.PriceInLine => Price(facts),
        ClauseRule.NoDuplicate => facts.Alike.Count == 0
            ? (ClauseOutcome.Met,
                facts.Request.CourseId is null ? "No course on offer teaches the same" : "It is a course of the catalogue")
            : (ClauseOutcome.NotMet, $"{facts.Alike.Listed()} {(facts.Alike.Count == 1 ? "teaches" : "teach")} much of the same"),
    };

    private static (ClauseOutcome, string) Accredited(ClauseFacts facts) => facts switch
    {
        { IsOnRegister: false } => (ClauseOutcome.NeedsAPerson, "The provider is not on the register, so its marks are not known"),
        { AccreditedUntil: null } => (ClauseOutcome.NotMet, "Neither the course nor the provider is accredited on the first day"),
        { AccreditedUntil: { } until, Request.Until: { } last } when until < last =>
            (ClauseOutcome.NotMet, $"The accreditation ends on {Words.Day(until)}, before the last day, {Words.Day(last)}"),
        _ => (ClauseOutcome.Met, "Accredited on every day on which it may be given"),
    };

    private static (ClauseOutcome, string) Trainers(ClauseFacts facts)
    {
        var needed = Math.Min((facts.Request.LevelNumber ?? 0) + 1, facts.TopLevel);
        return facts.Request.TrainerLevel switch
        {
            null => (ClauseOutcome.NeedsAPerson, "It is not known which level those who teach hold"),
            { } level when level < needed => (ClauseOutcome.NotMet, "Those who teach do not hold a level above the one that they teach"),
            _ => (ClauseOutcome.Met, "Those who teach hold a level above the one that they teach, or the highest"),
        };
    }

    private static (ClauseOutcome, string) Content(ClauseFacts facts)
    {
        string[] missing = [.. facts.Statements.Except(facts.Covered)];
        string[] strands = [.. facts.Request.Strands.Split(' ', StringSplitOptions.RemoveEmptyEntries).Except(facts.CoveredStrands)];
        if (facts.Statements.Count == 0) return (ClauseOutcome.NeedsAPerson, "The level has no statements to compare with");
        if (missing.Length == 0 && strands.Length == 0)
            return (ClauseOutcome.Met, $"It covers all {Words.Count(facts.Statements.Count, "statement")} of level {facts.LevelCode}");
        string[] parts =
        [
            .. missing.Length == 0 ? []
                : new[] { $"{(missing.Length == 1 ? "statement" : "statements")} {missing.Listed()} of level {facts.LevelCode}" },
            .. strands.Length == 0 ? []
                : new[]
                {
                    $"{(strands.Length == 1 ? "strand" : "strands")} "
                        + strands.Select(s => facts.StrandNames.GetValueOrDefault(s, s)).Listed(),
                },
        ];
        return (ClauseOutcome.NotMet, $"It does not cover {parts.Listed()}");
    }

    private static (ClauseOutcome, string) Price(ClauseFacts facts)
    {
        if (facts.Request.PriceOfPlace is not { } price) return (ClauseOutcome.NeedsAPerson, "No cost or no place is named yet");
        var register = facts.PricesAtLevel switch
        {
            [] => "no course on offer leads to this level",
            [var only] => $"the course on offer at this level costs {only}",
            [var least, .., var most] => $"courses on offer at this level cost {least} to {most}",
        };
        var words = $"{price} a place; {register}; the reference price is {facts.ReferencePrice}";
        return (price <= facts.ReferencePrice ? ClauseOutcome.Met : ClauseOutcome.NotMet, words);
    }
}

public static class ClauseWords
{
    public static string Words(this ClauseOutcome outcome) => outcome switch
    {
        ClauseOutcome.Met => "Met",
        ClauseOutcome.NotMet => "Not met",
        ClauseOutcome.NeedsAPerson => "Needs a person",
    };
}
