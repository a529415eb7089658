namespace Portal.Features.Returns.Handing;

/// <summary>
/// The training lead is done, and the executive lead is asked to sign. Gaps without an action or a costing do not stop it; they are
/// shown, and count against the standards. While nobody is executive lead it waits unsigned.
/// </summary>
public sealed class SendReturn(StepOfReturn steps, ReturnProgress progress)
{
    /// <summary>Whether there is an executive lead who can sign, and has been asked.</summary>
    /// <param name="answer">To what was asked to be changed, for whoever signs and reviews; null for none.</param>
    public async Task<bool> RunAsync(Viewer viewer, Id<AgencyReturn> id, string? answer, int seen, CancellationToken cancel)
    {
        var asked = false;
        await steps.RunAsync(viewer, Permission.ShareReturns, id, seen, "Sent a return to the executive lead", async step =>
        {
            var figures = await progress.RunAsync(id, cancel);
            if (figures.Lines - figures.LinesAnswered is > 0 and var lines)
                throw new Refused($"Confirm {Words.Count(lines, "line")} in the section “People” first");
            if (figures.Questions - figures.QuestionsAnswered is > 0 and var questions)
                throw new Refused($"Answer {Words.Count(questions, "question")} first");
            step.Return.Send(viewer, figures.Counts, step.Now, answer);
            var signers = step.Leads.Signers(viewer.UserId);
            steps.Tell(signers, to => new ReturnToSignMail(step.About, to, step.Now));
            asked = signers.Count > 0;
        }, cancel);
        return asked;
    }
}
