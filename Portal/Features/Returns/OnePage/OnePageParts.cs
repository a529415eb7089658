using Portal.Features.Returns.Sections;

namespace Portal.Features.Returns.OnePage;

/// <summary>What of a filled-in page is to be saved: whatever differs from what is kept, and whatever nobody had answered.</summary>
public static class OnePageParts
{
    /// <param name="isSound">Whether nothing is wrong with a row; what is wrong stays in the form.</param>
    public static FillOnePage.Parts Of(OnePageForm form, OnePage.View view, Func<OnePageRow, bool> isSound, DateOnly today)
    {
        var was = view.Form();
        return new(
            [.. Sound(OnePageSection.Lines, form.Lines).SelectMany(r => Figures(r.At, r.Row, was.Find(r.Row), view, form.FiguresRight))],
            [.. Sound(OnePageSection.Answers, form.Answers).SelectMany(r => Answers(r.At, r.Row, was.Find(r.Row), view))],
            [.. Sound(OnePageSection.Gaps, form.Gaps).SelectMany(r => Plans(r.At, r.Row, was.Find(r.Row), view, today))]);

        IEnumerable<(OnePageRow At, T Row)> Sound<T>(OnePageSection section, IEnumerable<T> rows) =>
            OnePageRow.Of(section, rows).Where(r => isSound(r.At));
    }

    /// <summary>What is missing before a gap's row can be saved at all.</summary>
    public static IEnumerable<FillOnePage.Problem> Missing(OnePageForm form, OnePage.View view)
    {
        var was = view.Form();
        foreach (var (at, row) in OnePageRow.Of(OnePageSection.Gaps, form.Gaps))
        {
            if (was.Find(row) is not { } before || row == before) continue;
            if (row.Route is null) yield return new(at, nameof(row.Route), "Select how the gap is to be closed");
            if (row.Kind is null && (row.UnitPrice is not null || row.Funding is not null || row.CostId is not null))
                yield return new(at, nameof(row.Kind), "Select what the cost is for");
            if (row.Kind is not null && row.Funding is null) yield return new(at, nameof(row.Funding), "Select who pays");
        }
    }

    private static IEnumerable<FillOnePage.Figures> Figures(
        OnePageRow at, OnePageForm.Line row, OnePageForm.Line? was, OnePage.View view, bool right)
    {
        if (view.Lines.FirstOrDefault(l => l.Line.Id == row.LineId) is not { Line: var line } || was is null) yield break;
        if (row.IsStated ? row != was || !line.IsAnswered : right && (was.IsStated || !line.IsAnswered))
            yield return new(at, row.LineId, row.IsStated ? new(row.StatedHeadcount, row.StatedHolding, row.StatedReason) : null, row.Seen);
    }

    private static IEnumerable<FillOnePage.Answer> Answers(
        OnePageRow at, OnePageForm.Answer row, OnePageForm.Answer? was, OnePage.View view)
    {
        if (view.Questions.FirstOrDefault(q => q.Question.Id == row.QuestionId) is not { } question || was is null || row == was)
            yield break;
        var kept = question.Answer;
        // Left empty because it was empty, perhaps while a colleague answered it.
        if (!row.IsGiven && (kept is not { IsAnswered: true } || row.Seen != was.Seen)) yield break;
        var words = question.Question.Kind == QuestionKind.Words ? row.Words : kept?.Words;
        yield return new(at, row.QuestionId, question.Question.Kind, row.AsLastTime && kept is not null
            ? new(kept.Score, kept.Count, kept.Words, kept.EvidenceEndsOn)
            : new(row.Score, row.Count, words, kept?.EvidenceEndsOn), row.Seen);
    }

    private static IEnumerable<FillOnePage.Plan> Plans(
        OnePageRow at, OnePageForm.Gap row, OnePageForm.Gap? was, OnePage.View view, DateOnly today)
    {
        if (was is null || row.Route is not { } route || row == was) yield break;
        var kept = view.Gaps.First(g => g.Row.Line.Id == row.LineId);
        var cost = row is { Kind: { } kind, Funding: { } funding }
            ? new FillOnePage.Cost(row.CostId, new(
                kind, kept.Cost?.Note, kind.QuantityOf(row.Quantity, row.People), row.UnitPrice ?? view.Prices.Of(kind), row.VatPercent,
                funding,
                kept.Cost?.Year ?? FinancialYear.Of(row.DueOn ?? today)), row.CostSeen)
            : null;
        yield return new(
            at, row.ActionId, new(route, kept.Action?.Action.What, row.Owner, row.DueOn, row.People, [row.LineId]), row.Seen, cost);
    }
}
