using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Seeding;
using Portal.Security;

namespace Portal.Features.Development;

/// <summary>
/// Signs in as the made-up person for a role, without a password. Reached only from a page that exists in Development alone.
/// </summary>
public sealed class DemoSignIn(PortalDb db, PortalSignIn signIn, SignInAudit audit, UkClock clock, IHostEnvironment environment)
{
    /// <summary>False when nobody holds the role.</summary>
    public async Task<bool> RunAsync(Role role, CancellationToken cancel)
    {
        if (!environment.IsDevelopment()) throw new InvalidOperationException("Demo roles exist in Development only");
        var today = clock.Today;
        var email = DemoPeople.Email[role];
        var found = await (
            from membership in db.Memberships.CurrentOn(db, today).Where(m => m.Role == role)
            join user in db.Users on membership.UserId equals user.Id
            orderby user.Email == email ? 0 : 1, membership.Id
            select new { user, membership.Id }).FirstOrDefaultAsync(cancel);
        if (found is null) return false;
        await signIn.SignInAsAsync(found.user, found.Id);
        await audit.SaveAsync(found.user, "Signed in to look around", cancel);
        return true;
    }
}
