using Portal.Data;

namespace Portal.Features.Commissioning.Writing;

/// <summary>
/// Withdraws a request that is not decided yet. It stays to be read by its own agency; those who asked along, and whoever was to
/// decide, are told.
/// </summary>
public sealed class WithdrawRequest(PortalDb db, StepOfRequest steps)
{
    public Task RunAsync(Viewer viewer, Id<CommissioningRequest> id, string? because, int seen, CancellationToken cancel) =>
        steps.RunAsync(viewer, db.CommissioningRequests.WrittenBy(viewer), id, seen, async step =>
        {
            var waited = step.Request.State == RequestState.Submitted;
            step.Request.Withdraw(viewer, because, step.Now);
            RequestWithdrawnMail Mail(PeopleOf.Person to) => new(step.About, to, step.Now, because);
            await steps.TellAskingAsync(viewer, step, Mail, cancel);
            if (waited) await steps.TellCommissionersAsync(viewer, Mail, cancel);
            return "Withdrew";
        }, cancel);
}
