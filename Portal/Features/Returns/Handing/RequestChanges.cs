namespace Portal.Features.Returns.Handing;

/// <summary>The commissioner asks the agency to change something; the note becomes a banner on the return.</summary>
public sealed class RequestChanges(StepOfReturn steps)
{
    public Task RunAsync(Viewer viewer, Id<AgencyReturn> id, string? note, int seen, CancellationToken cancel) =>
        steps.RunAsync(viewer, Permission.ReviewReturns, id, seen, "Asked for changes in a return", step =>
        {
            step.Return.RequestChanges(viewer, note, step.Now);
            steps.Tell(step.Leads.Asked(), to => new ChangesRequestedMail(step.About, to, step.Now, note));
            return Task.CompletedTask;
        }, cancel);
}
