namespace Portal.Features.Returns.Handing;

/// <summary>The commissioner accepts a signed return, and it is frozen.</summary>
public sealed class AcceptReturn(StepOfReturn steps)
{
    public Task RunAsync(Viewer viewer, Id<AgencyReturn> id, string? note, int seen, CancellationToken cancel) =>
        steps.RunAsync(viewer, Permission.ReviewReturns, id, seen, "Accepted a return", step =>
        {
            step.Return.Accept(viewer, note, step.Now);
            steps.Tell([.. step.Leads.Training, .. step.Leads.Executive], to => new ReturnAcceptedMail(step.About, to, step.Now, note));
            return Task.CompletedTask;
        }, cancel);
}
