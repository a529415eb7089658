using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Security;

namespace Portal.Features.Account;

/// <summary>Ends the session in which it is asked for. A copy of its cookie opens nothing from now on.</summary>
public sealed class SignOutHere(PortalDb db, PortalSignIn signIn, SignInAudit audit, UkClock clock)
{
    public async Task RunAsync(SignedIn person, CancellationToken cancel)
    {
        (await db.UserSessions.SingleAsync(s => s.Id == person.Session.Id, cancel)).Close(clock.Now, SessionEnd.SignedOut);
        await audit.SaveAsync(await db.Users.SingleAsync(u => u.Id == person.UserId, cancel), "Signed out", cancel);
        await signIn.SignOutAsync();
    }
}
