using Portal.Components;
using Portal.Data;

namespace Portal.Features.Standards.Measures;

/// <summary>
/// Everyone in post, by agency and required level: how many there are, hold the level, once held it, and have every job
/// mapped. Three measures stand on it, so one pass over the people answers all three.
/// </summary>
public sealed class Headcount(PortalDb db)
{
    private (Question Question, IReadOnlyList<LevelCount> Rows)? latest;

    public async Task<IReadOnlyList<LevelCount>> RunAsync(Question question, CancellationToken cancel)
    {
        if (latest is { } known && known.Question == question) return known.Rows;
        var rows = await LevelCount.OnAsync(db, question.Framework, question.Day, question.AgencyId, cancel);
        latest = (question, rows);
        return rows;
    }

    /// <summary>Those in post who do not hold the level they need.</summary>
    public IQueryable<Need> NotHolding(Question question) =>
        question.InPost(db)
            .Where(Predicates.Not(Need.OfOwnLevel(
                question.Framework, level => Holding.Holds(db, question.Framework, level, question.Day))));

    /// <summary>Those in post who once held the level they need, and no longer do.</summary>
    public IQueryable<Need> Lapsed(Question question) =>
        NotHolding(question)
            .Where(Need.OfOwnLevel(question.Framework, level => Holding.EverAnswered(db, question.Framework, level, question.Day)));

    /// <summary>Those in post with a job that is not mapped to a level.</summary>
    public IQueryable<Need> Unmapped(Question question) => question.InPost(db).Where(n => n.Unmapped > 0);

    /// <summary>How a person stands against the level they need: "Level 2 lapsed on 3 May 2026".</summary>
    public static string Standing(Failing person, Question question)
    {
        if (person.Need is not { } need) return "Job not mapped to a level";
        var level = $"Level {question.Framework.Level(need).Code}";
        var last = Competence.LastAnswered(question.Framework, person.Held, need, question.Day);
        return last?.LastDay is { } day && day < question.Day ? $"{level} lapsed after {day.Words()}"
            : last is not null ? $"{level} does not count until the levels below it are held"
            : $"{level} not yet held";
    }
}
