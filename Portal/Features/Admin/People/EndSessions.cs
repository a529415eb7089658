using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Admin.People;

/// <summary>
/// Ends every session of someone in the partnership at once, for example when a laptop was stolen. They may sign in again.
/// </summary>
public sealed class EndSessions(PortalDb db, UkClock clock)
{
    public async Task RunAsync(Viewer viewer, Id<User> userId, CancellationToken cancel)
    {
        viewer.Require(Permission.ManagePeople);
        if (userId == viewer.UserId) throw new Refused("You end your own sessions on your account page");
        var user = await db.Users.SingleAsync(
            u => u.Id == userId && db.Memberships.OfPartnership(viewer).Any(m => m.UserId == u.Id), cancel);
        var open = await db.UserSessions.Where(s => s.UserId == userId && s.ClosedAt == null).ToListAsync(cancel);
        if (open.Count == 0) throw new Refused("This person is signed in nowhere");
        foreach (var session in open) session.Close(clock.Now, SessionEnd.EndedByAdministrator);
        await db.SaveAsync(viewer, $"Ended the sessions of {user.Name}", cancel);
    }
}
