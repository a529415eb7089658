using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Commissioning.Checking;

namespace Portal.Features.Commissioning;

/// <summary>
/// What a request is compared with: the clauses of the day on which it was sent, or of today while it is written and will be sent another
/// day; and the levels and courses of today.
/// </summary>
public sealed class HoldingOfRequest(PortalDb db, ClausesInForce clauses, UkClock clock)
{
    public async Task<CommissioningRequest.Holding> RunAsync(Viewer viewer, CommissioningRequest request, CancellationToken cancel)
    {
        var today = clock.Today;
        var day = request.MayBeWritten || request.SubmittedAt is not { } sent ? today : UkClock.DayOf(sent);
        return new(await clauses.RunAsync(viewer, day, cancel),
            [.. (await db.LevelsInForceAsync(viewer.PartnershipId, today, cancel)).Select(l => l.Number)],
            request.CourseId is null
                || await db.Courses.OfPartnership(viewer).OfferedOn(today).AnyAsync(c => c.Id == request.CourseId, cancel), today);
    }
}
