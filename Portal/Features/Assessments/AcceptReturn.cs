namespace Portal.Features.Assessments;

/// <summary>The commissioner accepts a signed return, and it is frozen.</summary>
public sealed class AcceptReturn(StepOfReturn steps)
{
    public Task RunAsync(Viewer viewer, Id<GapAssessment> id, string? note, int seen, CancellationToken cancel) =>
        steps.RunAsync(viewer, Permission.ReviewAssessments, id, seen, "Accepted a return", step =>
        {
            step.Assessment.Accept(viewer, note, step.Now);
            steps.Tell(step, CycleMail.About.Accepted, [.. step.Leads.Training, .. step.Leads.Executive], note);
            return Task.CompletedTask;
        }, cancel);
}
