using Portal.Data;

namespace Portal.Features.Staff.Requests;

/// <summary>
/// Agrees to a request for someone, or declines it. Refused to the agency that asked, and agreeing also to whoever asked, in any
/// other role.
/// </summary>
public sealed class AnswerPostRequest(PortalDb db, UkClock clock)
{
    public Task RunAsync(Viewer viewer, Id<PostRequest> requestId, bool agree, CancellationToken cancel) =>
        db.ChangeStaffListAsync(viewer, async () =>
        {
            viewer.Require(Permission.AnswerPostRequests);
            var request = await db.PostRequests.ToAnswerBy(viewer, db, clock.Today).Where(r => r.Id == requestId)
                .OneOrRefuseAsync("This request is not yours to answer", null, cancel);
            return await db.AnswerAsync(request, agree, viewer.UserId, clock.Now, cancel);
        }, cancel);
}
