using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Tests.Support.Courses;

/// <summary>A request to commission training: approved with a condition, or a draft that only its own agency finds.</summary>
internal static class MadeUpRequest
{
    public static async Task<Dictionary<string, Guid>> WriteAsync(PortalDb db, Id<Agency> agency, bool draft = false)
    {
        var partnership = (await db.Agencies.SingleAsync(a => a.Id == agency)).PartnershipId;
        var number = await db.CommissioningRequests.Where(r => r.PartnershipId == partnership).MaxAsync(r => (int?)r.Number) ?? 0;
        var (lead, now) = (new Viewer(null, "Lead", partnership, Role.TrainingLead, AgencyId: agency), new TestClock().Now);
        var today = UkClock.DayOf(now);
        var request = CommissioningRequest.Start(lead, agency, number + 1, "A day for volunteers", now);
        request.SayNeed("A day for volunteers", "Nobody here can ask", 2);
        request.SayWhat(new(null, CourseMode.Room, [], ["L2.1"], null, 12, today.AddDays(30), today.AddDays(90)), today);
        request.SayProvider(null, "A new provider", 3);
        request.AddCost(new(CostKind.ProviderFee, null, 1, Money.OfPounds(500), 0, CostFunding.Partnership, 2026));
        if (!draft)
        {
            var terms = new CommissioningTerms { PartnershipId = partnership };
            request.Submit(lead, new([], [1, 2, 3, 4], true, today), terms, 3, now);
            request.Approve(new(Id<User>.New(), "Commissioner", partnership, Role.Commissioner), new(null, null, null, null, null),
                [new("Show the feedback form", "Training lead", today.AddDays(20))], terms, now);
        }
        db.Add(request);
        await db.SaveAsync(Viewer.System(partnership), "Prepared a test", CancellationToken.None);
        return request.Conditions is [var condition]
            ? new() { ["requestId"] = request.Id.Value, ["conditionId"] = condition.Id.Value } : new() { ["requestId"] = request.Id.Value };
    }
}
