using Portal.Data;

namespace Portal.Features.Commissioning.Deciding;

/// <summary>Sends a request back to be changed before it is decided.</summary>
public sealed class AskForChanges(PortalDb db, StepOfRequest steps)
{
    public Task RunAsync(Viewer viewer, Id<CommissioningRequest> id, string? note, int seen, CancellationToken cancel) =>
        steps.RunAsync(viewer, db.CommissioningRequests.VisibleTo(viewer), id, seen, async step =>
        {
            viewer.Require(Permission.DecideRequests);
            step.Request.RequestChanges(viewer, note, step.Now);
            await steps.TellAskingAsync(viewer, step, to => new RequestChangesMail(step.About, to, step.Now, note!), cancel);
            return "Asked for changes in";
        }, cancel);
}
