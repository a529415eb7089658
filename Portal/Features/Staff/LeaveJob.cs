using Portal.Data;

namespace Portal.Features.Staff;

/// <summary>A person leaves a job from a day. Their record stays, and is there again when they come back or join another agency.</summary>
public sealed class LeaveJob(PortalDb db, UkClock clock)
{
    public async Task RunAsync(Viewer viewer, Id<Post> postId, DateOnly leftOn, int version, CancellationToken cancel)
    {
        var post = await db.Posts.VisibleTo(viewer, Permission.EditStaff).Where(p => p.Id == postId)
            .OneOrRefuseAsync("This job is no longer on your staff list", null, cancel);
        Refused.IfStale(post, version);
        if (leftOn > clock.Today.AddYears(1)) throw new Refused("Leaving date must be within the next 12 months", nameof(Post.LeftOn));
        post.Leave(leftOn);
        await db.SaveAsync(viewer, "Recorded that someone leaves a job", cancel);
    }
}
