namespace Portal.Features.Assessments;

/// <summary>The commissioner asks the agency to change something; the note becomes a banner on the return.</summary>
public sealed class RequestChanges(StepOfReturn steps)
{
    public Task RunAsync(Viewer viewer, Id<GapAssessment> id, string? note, int seen, CancellationToken cancel) =>
        steps.RunAsync(viewer, Permission.ReviewAssessments, id, seen, "Asked for changes in a return", step =>
        {
            step.Assessment.RequestChanges(viewer, note, step.Now);
            steps.Tell(step, CycleMail.About.ChangesRequested, step.Leads.Asked(), note);
            return Task.CompletedTask;
        }, cancel);
}
