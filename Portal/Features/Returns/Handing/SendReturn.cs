namespace Portal.Features.Returns.Handing;

/// <summary>The training lead is done, and the executive lead is asked to sign. Gaps without an action or a costing do not stop it; they are shown, and count against the standards. While nobody is executive lead it waits unsigned.</summary>
public sealed class SendReturn(StepOfReturn steps, ReturnProgress progress)
{
    /// <summary>Whether there is an executive lead who can sign, and has been asked.</summary>
    public async Task<bool> RunAsync(Viewer viewer, Id<AgencyReturn> id, int seen, CancellationToken cancel)
    {
        var asked = false;
        await steps.RunAsync(viewer, Permission.ShareReturns, id, seen, "Sent a return to the executive lead", async step =>
        {
            var figures = await progress.RunAsync(id, cancel);
            if (figures.LinesAnswered < figures.Lines) throw new Refused($"Confirm {Words.Count(figures.Lines - figures.LinesAnswered, "line")} in the section “People” first");
            if (figures.QuestionsAnswered < figures.Questions) throw new Refused($"Answer {Words.Count(figures.Questions - figures.QuestionsAnswered, "question")} first");
            step.Return.Send(viewer, figures.Counts, step.Now);
            var signers = step.Leads.Signers(viewer.UserId);
            steps.Tell(step, ReturnMail.About.ToSign, signers);
            asked = signers.Count > 0;
        }, cancel);
        return asked;
    }
}
