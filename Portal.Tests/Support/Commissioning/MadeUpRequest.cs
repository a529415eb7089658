using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Tests.Support.Commissioning;

/// <summary>Requests to commission training, for pages that have one in their address.</summary>
internal static class MadeUpRequest
{
    /// <summary>One that was approved with a condition, and ordered.</summary>
    public static async Task<(Guid Request, Guid Condition)> WriteAsync(PortalDb db, Id<Agency> agency, Id<Provider> provider)
    {
        var (lead, now) = (await LeadAsync(db, agency), UkClock.At(Given.Today, new(8, 0)));
        var commissioner = Viewer.System(lead.PartnershipId);
        var request = Given.Approved(lead, commissioner, agency, await db.CommissioningRequests.CountAsync() + 1, 0, now, provider,
            [new("Show the feedback form", "Training lead", Given.Today.AddDays(9))]);
        db.AddRange(request, request.Order(
            commissioner, request.Number, await db.Providers.SingleAsync(p => p.Id == provider), Money.Zero, "As agreed", now));
        await db.SaveAsync(commissioner, "Prepared a test", CancellationToken.None);
        return (request.Id.Value, request.Conditions[0].Id.Value);
    }

    /// <summary>One that an agency has begun and not shared.</summary>
    public static async Task<Guid> BegunAsync(PortalDb db, Id<Agency> agency)
    {
        var lead = await LeadAsync(db, agency);
        var request = CommissioningRequest.Start(
            lead, agency, await db.CommissioningRequests.CountAsync() + 1, "Not shared yet", UkClock.At(Given.Today, new(8, 0)));
        db.Add(request);
        await db.SaveAsync(Viewer.System(lead.PartnershipId), "Prepared a test", CancellationToken.None);
        return request.Id.Value;
    }

    private static async Task<Viewer> LeadAsync(PortalDb db, Id<Agency> agency) => new(
        await db.Users.OrderBy(u => u.Id).Select(u => u.Id).FirstAsync(), "A lead",
        await db.Agencies.Where(a => a.Id == agency).Select(a => a.PartnershipId).SingleAsync(), Role.TrainingLead, AgencyId: agency);
}
