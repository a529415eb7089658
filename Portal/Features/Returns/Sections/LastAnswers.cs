using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Returns.Sections;

/// <summary>What each agency of a cycle answered last time, for the questions that are asked again.</summary>
public sealed class LastAnswers(PortalDb db)
{
    /// <param name="QuestionId">The question of the new cycle.</param>
    public sealed record Row(Id<CycleQuestion> QuestionId, ReturnAnswer Answer);

    public async Task<ILookup<Id<Agency>, Row>> RunAsync(Cycle cycle, CancellationToken cancel)
    {
        var last = db.Returns.Where(a => a.PartnershipId == cycle.PartnershipId && a.SignedAt != null && a.CycleId != cycle.Id
            && !db.Returns.Any(later => later.AgencyId == a.AgencyId && later.SignedAt != null && later.CycleId != cycle.Id
                && (later.DueAt > a.DueAt || (later.CycleId == a.CycleId && later.Number > a.Number))));
        var rows = await (from agencyReturn in last
                          join answer in db.ReturnAnswers on agencyReturn.Id equals answer.ReturnId
                          join question in db.Set<CycleQuestion>() on answer.QuestionId equals question.Id
                          where answer.AnsweredAt != null
                          select new { agencyReturn.AgencyId, question.Code, answer }).AsNoTracking().ToListAsync(cancel);
        var asked = cycle.Questions.ToDictionary(q => q.Code, q => q.Id);
        return rows.Where(r => asked.ContainsKey(r.Code)).ToLookup(r => r.AgencyId, r => new Row(asked[r.Code], r.answer));
    }
}
