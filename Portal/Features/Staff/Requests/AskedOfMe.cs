using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Staff.Requests;

/// <summary>What the link in a message to a person asks; null when it was never sent, or can no longer be used.</summary>
public sealed class AskedOfMe(PortalDb db, UkClock clock)
{
    public sealed record Found(Id<PostRequest> Id, Id<Partnership> PartnershipId, string Person, string Agency, string JobTitle);

    public async Task<Found?> RunAsync(string? code, CancellationToken cancel)
    {
        var hash = OneTimeLink.HashOf(code ?? "");
        var request = await db.PostRequests.AsNoTracking().SingleOrDefaultAsync(r => r.LinkHash == hash, cancel);
        if (request?.TakesTheLinkAt(clock.Now) != true) return null;
        return await (from person in db.Staff
                      where person.Id == request.StaffId
                      from agency in db.Agencies.Where(a => a.Id == request.AgencyId)
                      from title in db.JobTitles.Where(t => t.Id == request.JobTitleId)
                      select new Found(request.Id, request.PartnershipId, person.Name, agency.Name, title.Title)).SingleAsync(cancel);
    }
}
