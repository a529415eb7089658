using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Returns.Sections;
using Portal.Features.Returns.Totals;

namespace Portal.Features.Returns;

/// <summary>A return on half a page, with the same figures of the agency's last cycle beside them: what the executive lead signs.</summary>
public sealed class ReturnSummary(PortalDb db, PeopleSection people, CostTotals costs, ReturnProgress progress)
{
    public sealed record Level(int Number, string Code, int People, int Holding, int Gap, int? GapBefore);

    public sealed record Answered(string Question, int? Score, int? ScoreBefore, int? Moderated);

    /// <param name="Stated">Lines for which the agency states figures of its own.</param>
    /// <param name="Before">The cycle that is compared with; null for a first return.</param>
    public sealed record Figures(
        IReadOnlyList<Level> Levels, IReadOnlyList<Answered> Answers, ReturnProgress.Figures Progress, CostTotals.Figures Costs,
        Money? TotalBefore, IReadOnlyList<PeopleSection.Row> Stated, string? Before)
    {
        public bool IsModerated => Answers.Any(a => a.Moderated is not null);
        public int Gap => Levels.Sum(l => l.Gap);
        public int? GapBefore => Before is null ? null : Levels.Sum(l => l.GapBefore ?? 0);
    }

    public async Task<Figures> RunAsync(ReturnView.Details details, CancellationToken cancel)
    {
        var id = details.Return.Id;
        var before = await db.Returns
            .Where(a => a.AgencyId == details.Return.AgencyId && a.CycleId != details.Cycle.Id && a.SignedAt != null)
            .Join(db.Cycles.Where(c => c.CutOffOn < details.Cycle.CutOffOn), a => a.CycleId, c => c.Id,
                (a, c) => new { a.Id, a.Number, c.Title, c.CutOffOn })
            .OrderByDescending(x => x.CutOffOn).ThenByDescending(x => x.Number).FirstOrDefaultAsync(cancel);
        var (now, then) = (await people.RunAsync(id, cancel), before is null ? [] : await people.RunAsync(before.Id, cancel));
        return new(
            [.. details.Framework.Levels.Select(l => new Level(
                l.Number, l.Code, At(now, l.Number).Sum(x => x.Headcount), At(now, l.Number).Sum(x => x.Holding),
                At(now, l.Number).Sum(x => x.Gap), before is null ? null : At(then, l.Number).Sum(x => x.Gap)))],
            await AnswersAsync(details, before?.Id, cancel), await progress.RunAsync(id, cancel), await costs.RunAsync(id, cancel),
            before is null ? null : (await costs.RunAsync(before.Id, cancel)).Total,
            [.. now.Where(r => r.Line.StatedHeadcount is not null)], before?.Title);
    }

    private static IEnumerable<GapLine> At(IEnumerable<PeopleSection.Row> rows, int level) =>
        rows.Select(r => r.Line).Where(l => l.LevelNumber == level);

    private async Task<IReadOnlyList<Answered>> AnswersAsync(ReturnView.Details details, Id<AgencyReturn>? before, CancellationToken cancel)
    {
        var now = await db.ReturnAnswers.AsNoTracking().Where(a => a.ReturnId == details.Return.Id && a.AnsweredAt != null)
            .ToDictionaryAsync(a => a.QuestionId, cancel);
        var then = before is null ? [] : await db.ReturnAnswers.Where(a => a.ReturnId == before && a.AnsweredAt != null)
            .Join(db.Set<CycleQuestion>(), a => a.QuestionId, q => q.Id, (a, q) => new { q.Code, a.Score })
            .ToDictionaryAsync(a => a.Code, a => a.Score, cancel);
        return [.. details.Cycle.Questions.Where(q => q.Kind == QuestionKind.Scored)
            .Select(q => new Answered(
                q.Text, now.GetValueOrDefault(q.Id)?.Score, then.GetValueOrDefault(q.Code),
                details.ShowsModerated ? now.GetValueOrDefault(q.Id)?.ModeratedScore : null))];
    }
}
