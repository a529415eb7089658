using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Security;

/// <summary>
/// Reads at each request, in one query by key, who the cookie stands for. So an ended membership, a password changed
/// elsewhere and signing out everywhere take effect at the next click and not when the cookie expires.
/// </summary>
internal sealed class Session(PortalDb db, UkClock clock, IHostEnvironment environment)
{
    /// <summary>The claim that says which membership this session acts in.</summary>
    public const string MembershipClaim = "membership";

    private static readonly Ready<Func<PortalDb, Id<User>, Id<Membership>, DateOnly, CancellationToken, Task<Found?>>> Find =
        new(() => EF.CompileAsyncQuery((PortalDb db, Id<User> userId, Id<Membership> membershipId, DateOnly today, CancellationToken _) => (
            from user in db.Users.AsNoTracking().Where(u => u.Id == userId)
            from membership in db.Memberships.Where(m => m.Id == membershipId && m.UserId == user.Id).DefaultIfEmpty()
            from agency in db.Agencies.Where(a => a.Id == membership!.AgencyId).DefaultIfEmpty()
            from body in db.Bodies.Where(b => b.Id == membership!.BodyId).DefaultIfEmpty()
            from partnership in db.Partnerships.Where(p => p.Id == membership!.PartnershipId).DefaultIfEmpty()
            select new Found(user.Name, user.SecurityStamp, user.TwoFactorEnabled, membership, agency!.Name, body!.Name, partnership!.Name,
                db.Memberships.Count(m => m.UserId == user.Id && m.From <= today && (m.Until == null || m.Until > today)))).SingleOrDefault()));

    /// <param name="Current">How many memberships the person holds today.</param>
    private sealed record Found(string Name, string? SecurityStamp, bool TwoFactorEnabled, Membership? Membership, string? Agency, string? Body, string? Partnership, int Current);

    public static async Task CheckAsync(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        if (await http.RequestServices.GetRequiredService<Session>().FindAsync(context.Principal!, http.RequestAborted) is { } found)
        {
            http.Features.Set(found);
            return;
        }
        context.RejectPrincipal();
        await http.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    private async Task<SignedIn?> FindAsync(ClaimsPrincipal cookie, CancellationToken cancel)
    {
        var (userId, membershipId) = (IdIn<User>(cookie, ClaimTypes.NameIdentifier), IdIn<Membership>(cookie, MembershipClaim));
        var today = clock.Today;
        var found = await Find.On(db)(db, userId, membershipId, today, cancel);
        if (found is null || found.SecurityStamp != cookie.FindFirstValue(new ClaimsIdentityOptions().SecurityStampClaimType)) return null;
        var acting = found.Membership?.IsCurrentOn(today) == true ? found.Membership : null;
        var viewer = acting is null ? null
            : new Viewer(userId, found.Name, acting.PartnershipId, acting.Role, acting.Id, acting.AgencyId, acting.BodyId, acting.StaffId);
        return new(userId, found.Name, viewer, found.Agency ?? found.Body, found.Partnership, found.Current > 1,
            acting is not null && SecondFactor.IsRequired(acting.Role, environment) && !found.TwoFactorEnabled);
    }

    private static Id<T> IdIn<T>(ClaimsPrincipal cookie, string claim) =>
        Id<T>.TryParse(cookie.FindFirstValue(claim), null, out var id) ? id : default;
}
