using Portal.Data;

namespace Portal.Features.Commissioning.Writing;

/// <summary>
/// Sends a request for a decision: who decides follows from what it asks of the partnership, and how many people it would help is kept.
/// </summary>
public sealed class SendRequest(
    PortalDb db, StepOfRequest steps, HoldingOfRequest holdings, TermsOfPartnership terms, PeopleBelow below, UkClock clock)
{
    public async Task RunAsync(Viewer viewer, Id<CommissioningRequest> id, int seen, CancellationToken cancel)
    {
        var by = await terms.RunAsync(viewer, cancel);
        await steps.RunAsync(viewer, db.CommissioningRequests.WrittenBy(viewer), id, seen, async step =>
        {
            var people = await below.RunAsync(viewer, step.Request.AgencyId, cancel);
            var holding = await holdings.RunAsync(viewer, step.Request, cancel);
            step.Request.Submit(viewer, holding, by, people.GetValueOrDefault(step.Request.LevelNumber ?? 0), step.Now);
            var due = step.Request.DecideBy(by, clock.Today)!.Value;
            await steps.TellCommissionersAsync(viewer, to => new RequestSentMail(step.About, to, step.Now, due), cancel);
            return "Sent for a decision:";
        }, cancel);
    }
}
