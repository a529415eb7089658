using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Commissioning.Writing;

/// <summary>The viewer’s agency asks along with another for so many places, or does so no more.</summary>
public sealed class JoinRequest(PortalDb db, StepOfRequest steps)
{
    /// <param name="places">Null to ask along no more.</param>
    public Task RunAsync(Viewer viewer, Id<CommissioningRequest> id, int? places, CancellationToken cancel) =>
        steps.RunAsync(viewer, db.CommissioningRequests.VisibleTo(viewer), id, null, async step =>
        {
            viewer.Require(Permission.WriteRequests);
            if (viewer.AgencyId is not { } own) throw new Refused("Only an agency can ask along");
            var name = await db.Agencies.Where(a => a.Id == own).Select(a => a.Name).SingleAsync(cancel);
            if (places is { } number) step.Request.Join(viewer, own, name, number, step.Now);
            else step.Request.Leave(viewer, own, name, step.Now);
            await steps.TellAskingAsync(viewer, step, to => new RequestJoinedMail(step.About, to, step.Now, name, places), cancel);
            return places is null ? "Asks along no more with" : "Asked along with";
        }, cancel);
}
