using Portal.Data;
using Portal.Features.Returns.Sections;

namespace Portal.Features.Returns.OnePage;

/// <summary>
/// A return as one page shows it: every line, every question, and each gap with the one action and the one cost
/// that the page can change.
/// </summary>
public sealed class OnePage(PeopleSection people, QuestionsSection questions, ActionsSection actions, CostPrices prices)
{
    /// <param name="Action">Null while the gap has none.</param>
    /// <param name="IsSimple">The page can show it whole: at most one action, about this gap alone, with at most one cost.</param>
    public sealed record Gap(PeopleSection.Row Row, ActionsSection.Row? Action, bool IsSimple)
    {
        public CostLine? Cost => Action is { Costs: [var cost] } ? cost : null;
    }

    public sealed record View(
        IReadOnlyList<PeopleSection.Row> Lines, IReadOnlyList<QuestionsSection.Row> Questions, IReadOnlyList<Gap> Gaps,
        IReadOnlyList<CostPrices.Price> Prices)
    {
        public bool IsConfirmed => Lines.All(l => l.Line.IsAnswered);

        /// <summary>The form as it is first shown. What was carried forward from the last cycle is no answer yet.</summary>
        public OnePageForm Form() => new()
        {
            FiguresRight = IsConfirmed,
            Lines = [.. Lines.Select(l => l.Line)
                .Select(l => new OnePageForm.Line
                {
                    LineId = l.Id, Seen = l.Version, StatedHeadcount = l.StatedHeadcount, StatedHolding = l.StatedHolding,
                    StatedReason = l.StatedReason
                })],
            Answers = [.. Questions.Select(q => new OnePageForm.Answer
            {
                QuestionId = q.Question.Id, Seen = q.Answer?.Version ?? AnswerQuestion.NoAnswer,
                Score = Given(q)?.Score, Count = Given(q)?.Count, Words = q.Question.Kind == QuestionKind.Words ? Given(q)?.Words : null,
            })],
            Gaps = [.. Gaps.Where(g => g.IsSimple).Select(g => new OnePageForm.Gap
            {
                LineId = g.Row.Line.Id, ActionId = g.Action?.Action.Id, CostId = g.Cost?.Id, Seen = g.Action?.Action.Version ?? 0,
                CostSeen = g.Cost?.Version ?? 0,
                Route = g.Action?.Action.Route, Owner = g.Action?.Action.Owner, DueOn = g.Action?.Action.DueOn,
                People = g.Action?.Action.People ?? g.Row.Line.ToClose,
                Kind = g.Cost?.Kind, Quantity = g.Cost?.Quantity, UnitPrice = g.Cost?.UnitPrice,
                VatPercent = g.Cost?.VatPercent ?? 0, Funding = g.Cost?.Funding,
            })],
        };

        private static ReturnAnswer? Given(QuestionsSection.Row question) => question.Answer is { IsAnswered: true } answer ? answer : null;
    }

    public async Task<View> RunAsync(ReturnView.Details details, CancellationToken cancel)
    {
        var id = details.Return.Id;
        var plans = await actions.RunAsync(id, cancel);
        return new(await people.RunAsync(id, cancel), await questions.RunAsync(details, cancel),
            [.. plans.Gaps.Select(g => (Row: g, About: plans.Actions.Where(a => a.Gaps.Any(x => x.Line.Id == g.Line.Id)).ToList()))
                .Select(g => new Gap(g.Row, g.About.FirstOrDefault(), g.About is [] or [{ Gaps.Count: 1, Costs.Count: <= 1 }]))],
            await prices.RunAsync(details.Return.AgencyId, cancel));
    }
}
