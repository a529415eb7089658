using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Staff.Requests;

/// <summary>The person's own answer, by the link in the message at the address on file, without an account.</summary>
public sealed class AnswerByLink(PortalDb db, AskedOfMe asked, UkClock clock)
{
    public async Task RunAsync(string? code, bool agree, CancellationToken cancel)
    {
        var found = await asked.RunAsync(code, cancel) ?? throw new Refused("This link no longer works");
        await db.ChangeStaffListAsync(Viewer.System(found.PartnershipId) with { Name = found.Person }, async () =>
        {
            var request = await db.PostRequests.SingleAsync(r => r.Id == found.Id, cancel);
            return await db.AnswerAsync(request, agree, by: null, clock.Now, cancel);
        }, cancel);
    }
}
