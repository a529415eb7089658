namespace Portal.Features.Assessments;

/// <summary>The executive lead wants something changed before signing.</summary>
public sealed class SendBackReturn(StepOfReturn steps)
{
    public Task RunAsync(Viewer viewer, Id<GapAssessment> id, string? note, int seen, CancellationToken cancel) =>
        steps.RunAsync(viewer, Permission.SignAssessments, id, seen, "Sent a return back", step =>
        {
            step.Assessment.SendBack(viewer, note, step.Now);
            steps.Tell(step, CycleMail.About.SentBack, step.Leads.Training, note);
            return Task.CompletedTask;
        }, cancel);
}
