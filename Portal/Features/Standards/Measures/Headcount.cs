using Microsoft.EntityFrameworkCore;
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
        var (framework, day) = (question.Framework, question.Day);
        var holds = Need.OfOwnLevel(framework, level => Holding.Holds(db, framework, level, day));
        var onceHeld = Need.OfOwnLevel(framework, level => Holding.EverAnswered(db, framework, level, day));
        var rows = await Need.InPost(db, question.PartnershipId, framework.Id, day)
            .GroupBy(n => new { n.AgencyId, n.Level })
            .Select(people => new Row(people.Key.AgencyId, people.Key.Level, people.Count(),
                people.AsQueryable().Count(holds), people.AsQueryable().Count(onceHeld), people.Count(n => n.Unmapped == 0)))
            .ToListAsync(cancel);
        latest = (question, rows);
        return rows;
    }
}
