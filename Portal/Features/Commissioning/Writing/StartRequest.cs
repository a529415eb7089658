using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Commissioning.Writing;

/// <summary>Begins a request to commission training: of the viewer’s agency, or of the partnership itself.</summary>
public sealed class StartRequest(PortalDb db, TermsOfPartnership terms, UkClock clock)
{
    /// <summary>Urgent training that was commissioned before it was asked for.</summary>
    /// <param name="Because">Why it could not wait.</param>
    public sealed record Urgent(DateOnly CommissionedOn, string? Because);

    /// <summary>The request that was begun. <paramref name="level"/> is the one that people are to reach.</summary>
    /// <param name="urgent">Null for what is asked for first.</param>
    public Task<Id<CommissioningRequest>> RunAsync(Viewer viewer, string title, int level, Urgent? urgent, CancellationToken cancel) =>
        db.OneAtATimeAsync(viewer, async () =>
        {
            viewer.Require(Permission.WriteRequests);
            if (!(await db.LevelsInForceAsync(viewer.PartnershipId, clock.Today, cancel)).Exists(l => l.Number == level))
                throw new Refused("Select a level of the framework in force", "Level");
            var agency = viewer.Reach(Permission.WriteRequests) == Reach.Partnership ? null : viewer.AgencyId;
            var number = await db.CommissioningRequests.OfPartnership(viewer).MaxAsync(r => (int?)r.Number, cancel) ?? 0;
            var request = CommissioningRequest.Start(viewer, agency, number + 1, title, clock.Now);
            if (urgent is not null)
                request.CommissionedFirst(urgent.CommissionedOn, urgent.Because, await terms.RunAsync(viewer, cancel), clock.Now);
            request.SayNeed(title, null, level);
            db.CommissioningRequests.Add(request);
            await db.SaveAsync(viewer, $"Started {request.Reference}, {title}", cancel);
            return request.Id;
        }, cancel);
}
