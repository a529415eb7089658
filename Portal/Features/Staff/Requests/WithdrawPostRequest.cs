using Portal.Data;

namespace Portal.Features.Staff.Requests;

/// <summary>Takes back what the viewer's agency asked. The link sent to the person stops working.</summary>
public sealed class WithdrawPostRequest(PortalDb db, UkClock clock)
{
    public Task RunAsync(Viewer viewer, Id<PostRequest> requestId, CancellationToken cancel) => db.ChangeStaffListAsync(viewer, async () =>
    {
        var request = await db.PostRequests.AskedBy(viewer).Where(r => r.Id == requestId)
            .OneOrRefuseAsync("Your agency has not asked for this", null, cancel);
        request.Withdraw(viewer.UserId, clock.Now);
        return $"Withdrew the request to add {request.Name} to the staff";
    }, cancel);
}
