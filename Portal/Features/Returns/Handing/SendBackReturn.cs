namespace Portal.Features.Returns.Handing;

/// <summary>The executive lead wants something changed before signing.</summary>
public sealed class SendBackReturn(StepOfReturn steps)
{
    public Task RunAsync(Viewer viewer, Id<AgencyReturn> id, string? note, int seen, CancellationToken cancel) =>
        steps.RunAsync(viewer, Permission.SignReturns, id, seen, "Sent a return back", step =>
        {
            step.Return.SendBack(viewer, note, step.Now);
            steps.Tell(step.Leads.Training, to => new ReturnSentBackMail(step.About, to, step.Now, note));
            return Task.CompletedTask;
        }, cancel);
}
