using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Outbox;

namespace Portal.Features.Commissioning.Appealing;

/// <summary>
/// The agency that asked appeals to the chair against a decision, once. The chair and the commissioner are told. Refused while there is no
/// chair, who alone answers it.
/// </summary>
public sealed class MakeAppeal(PortalDb db, StepOfRequest steps, TermsOfPartnership terms, UkClock clock)
{
    public Task RunAsync(Viewer viewer, Id<CommissioningRequest> id, string? because, int seen, CancellationToken cancel) =>
        steps.RunAsync(viewer, db.CommissioningRequests.WrittenBy(viewer), id, seen, async step =>
        {
            viewer.Require(Permission.WriteRequests);
            var isOrdered = await db.TrainingOrders.AnyAsync(o => o.RequestId == id, cancel);
            step.Request.MakeAppeal(viewer, because, await terms.RunAsync(viewer, cancel), isOrdered, step.Now);
            var against = step.Request.Appeal!.Against;
            var chairs = await db.Memberships.OfPartnership(viewer).Where(m => m.Role == Role.BoardChair)
                .PeopleOnAsync(db, clock.Today, cancel);
            if (chairs.Count == 0) throw new Refused("The partnership has no chair to appeal to. Ask the commissioner to name one");
            db.Tell(chairs, to => new RequestAppealedMail(step.About, to, step.Now, against, because!));
            await steps.TellCommissionersAsync(
                viewer, to => new RequestAppealedMail(step.About, to, step.Now, against, because!), cancel);
            return "Appealed against the decision on";
        }, cancel);
}
