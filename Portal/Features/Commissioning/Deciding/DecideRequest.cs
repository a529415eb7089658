using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Commissioning.Deciding;

/// <summary>
/// Records a decision on a request: the commissioner’s own, or that of a meeting, as its minutes say. Everyone who asked is told.
/// </summary>
public sealed class DecideRequest(PortalDb db, StepOfRequest steps, TermsOfPartnership terms)
{
    /// <param name="MeetingId">The meeting that decided; null where the commissioner decides alone.</param>
    public sealed record Entry(
        bool Approve, string? Note, Id<Meeting>? MeetingId, int? Members, int? Agencies, string? Interests,
        IReadOnlyList<CommissioningRequest.Condition> Conditions);

    public Task RunAsync(Viewer viewer, Id<CommissioningRequest> id, Entry entry, int seen, CancellationToken cancel) =>
        steps.RunAsync(viewer, db.CommissioningRequests.VisibleTo(viewer), id, seen, async step =>
        {
            viewer.Require(Permission.DecideRequests);
            var (request, by) = (step.Request, await terms.RunAsync(viewer, cancel));
            var kind = request.Route.Body();
            var meeting = entry.MeetingId is not { } meetingId || kind is null ? null : await db.Meetings.OfPartnership(viewer)
                .Where(m => m.Id == meetingId && db.Bodies.Deciding(db, kind.Value).Any(b => b.Id == m.BodyId))
                .OneOrRefuseAsync("Select a meeting of the list", nameof(entry.MeetingId), cancel);
            var how = new CommissioningRequest.Deciding(entry.Note, meeting, kind is null ? null : entry.Members,
                kind is null ? null : entry.Agencies, entry.Interests);
            if (entry.Approve) request.Approve(viewer, how, entry.Conditions, by, step.Now);
            else request.Decline(viewer, how, by, step.Now);
            await steps.TellAskingAsync(viewer, step, to => new RequestDecidedMail(
                step.About, to, step.Now, entry.Approve, entry.Conditions.Count, entry.Note), cancel);
            return entry.Approve ? "Approved" : "Declined";
        }, cancel);
}
