using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Commissioning.Outcomes;

/// <summary>How confident people were before, after and three months later, over sets of dates: two queries for all of them.</summary>
public sealed class ConfidenceOfRuns(PortalDb db)
{
    /// <param name="sets">The dates of each set: one answer for each, in the order given.</param>
    /// <param name="runs">All of these dates.</param>
    public async Task<IReadOnlyList<IReadOnlyDictionary<EvaluationMoment, ConfidenceTotal>>> RunAsync(
        IEnumerable<IReadOnlyList<Id<CourseRun>>> sets, IReadOnlyCollection<CourseRun> runs, CancellationToken cancel)
    {
        var courses = runs.Select(r => r.CourseId).Distinct().ToList();
        var replies = await (
            from reply in db.EvaluationReplies
            join run in db.CourseRuns on reply.RunId equals run.Id
            where courses.Contains(run.CourseId)
            group reply by new { run.CourseId, reply.RunId, reply.Moment } into alike
            select new { alike.Key.CourseId, alike.Key.RunId, alike.Key.Moment, Count = alike.Count() }).ToListAsync(cancel);
        var ids = runs.Select(r => r.Id).ToList();
        var ratings = await db.EvaluationReplies.Where(r => ids.Contains(r.RunId))
            .SelectMany(r => r.Ratings, (reply, rating) => new { reply.RunId, reply.Moment, rating.Confidence })
            .GroupBy(r => new { r.RunId, r.Moment })
            .Select(g => new { g.Key.RunId, g.Key.Moment, Count = g.Count(), Sum = g.Sum(r => r.Confidence) }).ToListAsync(cancel);
        return [.. sets.Select(set =>
        {
            var taught = runs.Where(r => set.Contains(r.Id)).Select(r => r.CourseId).ToHashSet();
            IReadOnlyDictionary<EvaluationMoment, ConfidenceTotal> said = Enum.GetValues<EvaluationMoment>().ToDictionary(m => m, moment =>
            {
                var own = ratings.Where(r => r.Moment == moment && set.Contains(r.RunId)).ToList();
                var of = replies.Where(r => r.Moment == moment && taught.Contains(r.CourseId))
                    .ToLookup(r => set.Contains(r.RunId), r => r.Count);
                return new ConfidenceTotal(of[true].Sum(), own.Sum(r => r.Count), own.Sum(r => r.Sum), of[false].Sum());
            });
            return said;
        })];
    }
}
