using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Courses.Evaluations;

/// <summary>
/// Takes what someone says of a course, once. That they answered and what was said are two rows with nothing between them, and the audit
/// knows neither who nor which.
/// </summary>
public sealed class AnswerEvaluation(PortalDb db, EvaluationForm form, UkClock clock)
{
    /// <param name="confidence">From 1 to 5, by the code of the statement; every statement is answered.</param>
    /// <param name="uses">Needed three months later.</param>
    public async Task RunAsync(string? code, IReadOnlyDictionary<string, int?> confidence, UseInPractice? uses, CancellationToken cancel) =>
        await TakeAsync(await form.RunAsync(code, cancel), confidence, uses, cancel);

    /// <summary>Of someone who has signed in, about a booking of theirs; what is kept is the same.</summary>
    public async Task OwnAsync(Viewer viewer, Id<Booking> bookingId, IReadOnlyDictionary<string, int?> confidence, UseInPractice? uses,
        CancellationToken cancel) => await TakeAsync(await form.OwnAsync(viewer, bookingId, cancel), confidence, uses, cancel);

    private async Task TakeAsync(
        EvaluationForm.Asked? found, IReadOnlyDictionary<string, int?> confidence, UseInPractice? uses, CancellationToken cancel)
    {
        var asked = found ?? throw new Refused("This link no longer works");
        var reply = new EvaluationReply
        {
            PartnershipId = asked.PartnershipId, RunId = asked.RunId, Moment = asked.Moment,
            Uses = asked.Moment != EvaluationMoment.FollowUp ? null
                : uses ?? throw new Refused("Choose how often you have used what you learned", "Uses"),
        };
        foreach (var statement in asked.Statements)
            reply.Rate(asked.Framework, statement.Code, confidence.GetValueOrDefault(statement.Code)
                ?? throw new Refused($"Choose a number for “{statement.Statement}”", $"Confidence[{statement.Code}]"));
        await db.TransactAsync(Viewer.System(asked.PartnershipId), "Took an answer about a course", async () =>
        {
            await db.HoldAsync(asked.Id, cancel);
            (await db.EvaluationRequests.SingleAsync(r => r.Id == asked.Id, cancel)).Answered(clock.Today);
            db.EvaluationReplies.Add(reply);
        }, cancel);
    }
}
