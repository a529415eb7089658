using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Security;

namespace Portal.Features.Account;

/// <summary>Ends one of the person's other sessions, or all of them but the one in which it is asked for.</summary>
public sealed class EndOwnSessions(PortalDb db, SignInAudit audit, UkClock clock)
{
    /// <param name="which">Null for all others.</param>
    public async Task RunAsync(SignedIn person, Id<UserSession>? which, CancellationToken cancel)
    {
        var others = await db.UserSessions
            .Where(s => s.UserId == person.UserId && s.Id != person.Session.Id && s.ClosedAt == null && (which == null || s.Id == which))
            .ToListAsync(cancel);
        if (others.Count == 0) throw new Refused("That session has ended already");
        foreach (var session in others) session.Close(clock.Now, SessionEnd.EndedByPerson);
        var user = await db.Users.SingleAsync(u => u.Id == person.UserId, cancel);
        await audit.SaveAsync(user, which is null ? "Ended all their other sessions" : $"Ended a session: {others[0].Browser}", cancel);
    }
}
