namespace Portal.Features.Returns.Handing;

/// <summary>
/// The agency takes back what it sent and nobody has signed; whoever was asked to sign is told that there is nothing to do.
/// </summary>
public sealed class TakeBackReturn(StepOfReturn steps)
{
    public Task RunAsync(Viewer viewer, Id<AgencyReturn> id, int seen, CancellationToken cancel) =>
        steps.RunAsync(viewer, Permission.ShareReturns, id, seen, "Took a return back before it was signed", step =>
        {
            var asked = step.Leads.Signers(step.Return.SentBy);
            step.Return.TakeBack(viewer, step.Now);
            steps.Tell(asked, to => new ReturnTakenBackMail(step.About, to, step.Now));
            return Task.CompletedTask;
        }, cancel);
}
