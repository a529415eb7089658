using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Returns.Sections;

namespace Portal.Features.Returns.OnePage;

/// <summary>
/// Saves a return that is filled in on one page, part by part through the same acts as its sections. What is refused leaves
/// the other parts saved, so that a long form is never all or nothing.
/// </summary>
public sealed class FillOnePage(
    PortalDb db, ConfirmLines confirm, StateLine state, AnswerQuestion answer, SaveAction saveAction, SaveCost saveCost)
{
    /// <param name="Stated">The agency's own figures; null to confirm the portal's.</param>
    public sealed record Figures(OnePageRow Row, Id<GapLine> LineId, StateLine.Entry? Stated, int Seen);

    public sealed record Answer(OnePageRow Row, Id<CycleQuestion> QuestionId, QuestionKind Kind, AnswerQuestion.Entry Entry, int Seen);

    /// <param name="Id">Null for a new one.</param>
    public sealed record Cost(Id<CostLine>? Id, CostLine.Entry Entry, int Seen);

    /// <param name="ActionId">Null for a new one.</param>
    public sealed record Plan(OnePageRow Row, Id<GapAction>? ActionId, GapAction.Plan Entry, int Seen, Cost? Cost);

    /// <summary>Each part knows the row of the form that it was filled in on.</summary>
    public sealed record Parts(IReadOnlyList<Figures> Figures, IReadOnlyList<Answer> Answers, IReadOnlyList<Plan> Plans);

    /// <param name="Field">The field it stands beside: the first of the part when it concerns all of it.</param>
    public sealed record Problem(OnePageRow Row, string Field, string Sentence);

    public async Task<IReadOnlyList<Problem>> RunAsync(Viewer viewer, Id<AgencyReturn> id, Parts parts, CancellationToken cancel)
    {
        (await db.Returns.AsNoTracking().VisibleTo(viewer, db, Permission.WriteReturns).Where(a => a.Id == id)
            .OneOrRefuseAsync("This return is not within your reach", null, cancel)).RefuseUnlessWritten();
        List<Problem> problems = [];
        foreach (var part in parts.Figures)
            await TryAsync(part.Row, nameof(GapLine.StatedHeadcount), () => part.Stated is { } stated
                ? state.RunAsync(viewer, id, part.LineId, stated, part.Seen, cancel)
                : confirm.OneAsync(viewer, id, part.LineId, part.Seen, cancel));
        foreach (var part in parts.Answers)
            await TryAsync(
                part.Row, FieldOf(part.Kind),
                () => answer.RunAsync(viewer, id, part.QuestionId, part.Entry, null, false, part.Seen, cancel));
        foreach (var part in parts.Plans)
            await TryAsync(part.Row, nameof(GapAction.Route), () => PlanAsync(viewer, id, part, cancel));
        return problems;

        async Task TryAsync(OnePageRow row, string first, Func<Task> save)
        {
            try
            {
                await save();
            }
            catch (Refused no)
            {
                problems.Add(new(row, no.Field is null or nameof(GapAction.Gaps) ? first : no.Field, no.Message));
                db.ChangeTracker.Clear(); // What was refused is not to be saved with the next part.
            }
        }
    }

    private static string FieldOf(QuestionKind kind) => kind switch
    {
        QuestionKind.Scored => nameof(ReturnAnswer.Score),
        QuestionKind.Number => nameof(ReturnAnswer.Count),
        QuestionKind.Words => nameof(ReturnAnswer.Words),
    };

    private async Task PlanAsync(Viewer viewer, Id<AgencyReturn> id, Plan plan, CancellationToken cancel)
    {
        // A cost that makes no sense is refused before its action is saved, so that both are still in the form.
        plan.Cost?.Entry.RefuseUnlessSound();
        var actionId = await saveAction.RunAsync(viewer, id, plan.ActionId, plan.Entry, plan.Seen, cancel);
        if (plan.Cost is { } cost) await saveCost.RunAsync(viewer, id, actionId, cost.Id, cost.Entry, cost.Seen, cancel);
    }
}
