using Portal.Data;

namespace Portal.Features.Staff.Jobs;

/// <summary>
/// A person leaves a job: <c>leftOn</c> is the first day no longer in it. Their record stays, and is there again when they come
/// back or join another agency.
/// </summary>
public sealed class LeaveJob(PortalDb db, UkClock clock)
{
    public async Task RunAsync(Viewer viewer, Id<Post> postId, DateOnly leftOn, int version, CancellationToken cancel)
    {
        var post = await db.Posts.VisibleTo(viewer, Permission.EditStaff).Where(p => p.Id == postId)
            .OneOrRefuseAsync("This job is no longer on your staff list", null, cancel);
        Refused.IfStale(post, version);
        if (Post.WhyNotLeave(leftOn, clock.Today) is { } why) throw new Refused(why, "LastDay");
        if (leftOn <= post.StartedOn) throw new Refused(Post.LeavesBeforeStart, "LastDay");
        post.Leave(leftOn);
        await db.SaveAsync(viewer, "Recorded that someone leaves a job", cancel);
    }
}
