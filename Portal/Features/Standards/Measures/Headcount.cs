using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Portal.Components;
using Portal.Data;

namespace Portal.Features.Standards.Measures;

/// <summary>
/// Everyone in post, by agency and required level: how many there are, hold the level, once held it, and have every job
/// mapped. Three measures stand on it, so one pass over the people answers all three.
/// </summary>
public sealed class Headcount(PortalDb db)
{
    private (Question Question, IReadOnlyList<Row> Rows)? latest;

    /// <param name="Level">The level needed; null for people none of whose jobs is mapped.</param>
    /// <param name="Holding">Hold it, in date.</param>
    /// <param name="EverHeld">Hold it or once held it.</param>
    /// <param name="Mapped">Have every job mapped.</param>
    public sealed record Row(Id<Agency> AgencyId, int? Level, int People, int Holding, int EverHeld, int Mapped);

    public async Task<IReadOnlyList<Row>> RunAsync(Question question, CancellationToken cancel)
    {
        if (latest is { } known && known.Question == question) return known.Rows;
        var framework = question.Framework;
        var trained = Trained.On(db, framework, question.Posts(db).Select(p => p.StaffId), question.Day);
        var holds = OfOwnLevel(framework, level => Trained.Holds<Person>(framework, level, p => p.Ever, p => p.InDate));
        var onceHeld = OfOwnLevel(framework, level => Trained.EverAnswered<Person>(framework, level, p => p.Ever));
        var people =
            from need in question.InPost(db)
            join records in trained on need.StaffId equals records.StaffId into all
            from records in all.DefaultIfEmpty()
            select new Person { AgencyId = need.AgencyId, Level = need.Level, Unmapped = need.Unmapped, Ever = (int?)records!.Ever ?? 0, InDate = (int?)records!.InDate ?? 0 };
        var rows = await people
            .GroupBy(p => new { p.AgencyId, p.Level })
            .Select(g => new Row(g.Key.AgencyId, g.Key.Level, g.Count(), g.AsQueryable().Count(holds), g.AsQueryable().Count(onceHeld), g.Count(p => p.Unmapped == 0)))
            .ToListAsync(cancel);
        latest = (question, rows);
        return rows;
    }

    private static Expression<Func<Person, bool>> OfOwnLevel(Domain.Framework framework, Func<int, Expression<Func<Person, bool>>> asked)
    {
        Expression<Func<Person, bool>> nobody = _ => false;
        Expression<Func<Person, bool>> Needs(int level) => p => p.Level == level;
        return framework.Levels.Select(l => Holding.And(Needs(l.Number), asked(l.Number))).Aggregate(nobody, Holding.Or);
    }

    /// <summary>Someone in post at an agency, and what their records come to.</summary>
    private sealed record Person
    {
        public Id<Agency> AgencyId { get; init; }
        public int? Level { get; init; }
        public int Unmapped { get; init; }
        public int Ever { get; init; }
        public int InDate { get; init; }
    }

    /// <summary>Those in post who do not hold the level they need.</summary>
    public IQueryable<Need> NotHolding(Question question) =>
        question.InPost(db).Where(Holding.Not(Need.OfOwnLevel(question.Framework, level => Holding.Holds(db, question.Framework, level, question.Day))));

    /// <summary>Those in post who once held the level they need, and no longer do.</summary>
    public IQueryable<Need> Lapsed(Question question) =>
        NotHolding(question).Where(Need.OfOwnLevel(question.Framework, level => Holding.EverAnswered(db, question.Framework, level, question.Day)));

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
