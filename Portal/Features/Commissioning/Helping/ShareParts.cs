using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Outbox;

namespace Portal.Features.Commissioning.Helping;

/// <summary>
/// Says which parts of a request a colleague at its agency writes; none takes them all back. They are told of parts that are new to them.
/// </summary>
public sealed class ShareParts(PortalDb db, StepOfRequest steps, ColleaguesToHelp colleagues)
{
    public Task RunAsync(Viewer viewer, Id<CommissioningRequest> id, Id<User> colleagueId, IReadOnlyCollection<RequestPart> parts, int seen,
        CancellationToken cancel) =>
        steps.RunAsync(viewer, db.CommissioningRequests.WrittenBy(viewer), id, seen, async step =>
        {
            viewer.Require(Permission.WriteRequests);
            var request = step.Request;
            var had = request.PartsOf(colleagueId);
            // Whoever has left can still have taken back from them what they have.
            var reach = parts.Count == 0 && had.Count > 0 ? db.Users : colleagues.Of(request);
            var colleague = await reach.Where(u => u.Id == colleagueId)
                .OneOrRefuseAsync("Select a colleague at your agency", "ColleagueId", cancel);
            request.ShareOut(viewer, colleague.Id, colleague.Name, parts, step.Now);
            RequestPart[] fresh = [.. parts.Distinct().Except(had).Order()];
            if (fresh.Length > 0 && colleague.Email is { } email)
                db.Tell([new(colleague.Id, colleague.Name, email)], to => new RequestPartMail(
                    step.About, to, step.Now, fresh[0], fresh.Select(p => $"“{p.Words()}”").Listed()));
            return parts.Count == 0 ? "Took back from a colleague parts of" : "Shared out to a colleague parts of";
        }, cancel);
}
