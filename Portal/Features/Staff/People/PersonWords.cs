using Portal.Components;

namespace Portal.Features.Staff.People;

/// <summary>What is required of a person and why, what they hold, until when, and how that day was found: in sentences.</summary>
public static class PersonWords
{
    /// <summary>The one sentence at the top of the page.</summary>
    /// <param name="whose">"Asha’s", or <see cref="Your"/> to the person themselves.</param>
    public static string Summary(PersonView.Details person, string whose) => (person.Need, person.Standing) switch
    {
        _ when person.CurrentJobs.Count == 0 => $"{Words.Capital(whose)} record has no current job, so no level is needed.",
        (null, _) when person.CurrentJobs.Any(j => j.Role is not null) =>
            $"{Words.Capital(whose)} job is mapped, but the framework asks no level of it yet.",
        (null, _) => $"{Words.Capital(whose)} job is not mapped to a level yet, so we cannot say what it needs.",
        ({ } need, Standing.NotStarted) => $"{Words.Capital(whose)} job begins on {person.CurrentJobs.Min(j => j.StartedOn)?.Words()}, "
            + $"and needs level {Code(person, need)}.{Due(person, need)}{Highest(person, whose)}",
        ({ } need, Standing.AtLevel) => $"{Words.Capital(whose)} job needs level {Code(person, need)}. {Held(person, need, whose)}",
        ({ } need, Standing.Lapsed) => $"{Words.Capital(whose)} job needs level {Code(person, need)}. {Lapsed(person, need, whose)}",
        ({ } need, _) =>
            $"{Words.Capital(whose)} job needs level {Code(person, need)}, "
                + (whose == Your ? "which you do not hold yet" : "which is not yet held")
                + $".{Due(person, need)}{Highest(person, whose)}",
    };

    /// <summary>That someone was asked for and not added.</summary>
    /// <param name="name">As the viewer's agency has it.</param>
    public static string Asked(string name) => $"Asked. {name} is added when they or the agency that knows them agree";

    /// <summary>Who changes a name or an email that is not the viewer's to change.</summary>
    public static string WhoChangesDetails(Viewer viewer) => viewer.May(Permission.EditStaff)
        ? "This person works for more than one agency, so none of them changes the name or email alone. "
            + "Ask the partnership’s commissioner to do it"
        : "The agency that this person works for changes their name and email";

    /// <summary>Job title → job role → level, one sentence for each current job.</summary>
    public static IEnumerable<string> Needs(PersonView.Details person) => person.CurrentJobs.Select(job => job switch
    {
        { Role: null } => $"{job.Title} at {job.Agency}: this job title is not mapped to a job role yet, so it never counts as trained.",
        { Need: null } => $"{job.Title} at {job.Agency} is mapped to the job role “{job.Role}”, whose level is still to be set.",
        _ => $"{job.Title} at {job.Agency} is mapped to the job role "
            + $"“{job.Role}”, which needs level {Code(person, job.Need.Value)} ({person.LevelOf(job.Need.Value)?.Title}).",
    }).Concat(person.CurrentJobs.Count > 1 && person.Need is { } highest
        ? [$"With several jobs the highest level counts: level {Code(person, highest)}."]
        : []);

    /// <summary>How the last day of a record was found: "Achieved on 3 May 2024 + 36 months = 3 May 2027".</summary>
    public static string LastDay(Level level, DateOnly achieved, DateOnly? endsOn)
    {
        var rule = level.LastDayInDate(achieved);
        var sum = rule is { } last
            ? $"Achieved on {achieved.Words()} + {level.RefreshMonths} months = {last.Words()}"
            : $"Achieved on {achieved.Words()}. Level {level.Code} does not lapse";
        return (rule, endsOn) switch
        {
            (_, null) => $"{sum}.",
            ({ } day, { } ends) when ends < day => $"{sum}; the certificate itself ends earlier, on {ends.Words()}, so that day counts.",
            (null, { } ends) => $"{sum}, but the certificate itself ends on {ends.Words()}, so that day counts.",
            (_, { } ends) => $"{sum}; the certificate itself ends on {ends.Words()}, so the earlier day counts.",
        };
    }

    /// <summary>Why a verified record in date does not count yet: a lower level has never been held. Null when it counts.</summary>
    public static string? MissingBelow(PersonView.Details person, Level level)
    {
        var missing = Competence.Below(person.Framework, level).Where(l => person.Held.All(h => h.LevelNumber != l.Number))
            .Select(l => l.Code).ToList();
        return missing.Count == 0 ? null
            : $"Does not count yet: {(missing.Count == 1 ? "level" : "levels")} {missing.Listed()} must be held first.";
    }

    /// <summary>Whose record it is, to the person themselves.</summary>
    public const string Your = "your";

    private static string Held(PersonView.Details person, int need, string whose)
    {
        var answer = Competence.Answering(person.Framework, person.Held, need, person.Today)!.Value;
        var higher = (whose == Your, answer.Level.Number == need) switch
        {
            (true, true) => "You hold it",
            (true, false) => $"You hold level {answer.Level.Code}, which includes it,",
            (false, true) => "It is held",
            (false, false) => $"Level {answer.Level.Code} is held, which includes it,",
        };
        return answer.LastDay is { } last
            ? $"{higher} until {last.Words()}."
            : $"{higher} and {(whose == Your ? "it " : "")}does not lapse.";
    }

    private static string Lapsed(PersonView.Details person, int need, string whose)
    {
        var answer = Competence.LastAnswered(person.Framework, person.Held, need, person.Today)!.Value;
        return answer.LastDay < person.Today
            ? (whose == Your
                ? $"You held level {answer.Level.Code} until {answer.LastDay.Value.Words()}; it"
                : $"Level {answer.Level.Code} was held until {answer.LastDay.Value.Words()} and")
                + $" has lapsed.{Highest(person, whose)}"
            : $"{MissingBelow(person, answer.Level)}";
    }

    private static string Due(PersonView.Details person, int need)
    {
        if (person.CurrentJobs.Where(j => j.Need == need).Max(j => j.StartedOn) is not { } started || person.LevelOf(need) is not { } level)
            return "";
        var due = started.AddMonths(level.DueMonths);
        return due >= person.Today
            ? $" It is due by {due.Words()}, {level.DueMonths} months from the start in this job."
            : $" It was due by {due.Words()}, {level.DueMonths} months from the start in this job.";
    }

    private static string Highest(PersonView.Details person, string whose) =>
        Competence.Highest(person.Framework, person.Held, person.Today) is { } level
            ? whose == Your ? $" You hold level {level.Code}." : $" The highest level held is {level.Code}." : "";

    private static string Code(PersonView.Details person, int level) => person.LevelOf(level)?.Code ?? $"{level}";
}
