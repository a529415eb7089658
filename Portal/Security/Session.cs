using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Security;

/// <summary>
/// Reads at each request, in one query by key, which session the cookie names and who it is. So signing out, the limits of
/// a session, an ended membership, a left job, a changed password and signing out everywhere take effect at the next click
/// and not when the cookie expires.
/// </summary>
internal sealed class Session(PortalDb db, LastSeen lastSeen, UkClock clock, IHostEnvironment environment)
{
    /// <summary>The claim that says which row the cookie stands for.</summary>
    public const string Claim = "session";

    // Which memberships hold is said by CurrentMemberships; a query that is translated once and for all must repeat it, and a
    // test holds the two together.
    private static readonly CompiledQuery<Func<PortalDb, Id<UserSession>, DateOnly, IAsyncEnumerable<Found>>> Find =
        new(() => EF.CompileAsyncQuery((PortalDb db, Id<UserSession> id, DateOnly today) =>
            from session in db.UserSessions.AsNoTracking().Where(s => s.Id == id && s.ClosedAt == null)
            join user in db.Users on session.UserId equals user.Id
            from membership in db.Memberships.Where(m => m.UserId == user.Id && m.From <= today && (m.Until == null || m.Until > today)
                && (m.StaffId == null || db.Posts.Any(p => p.StaffId == m.StaffId && p.AgencyId == m.AgencyId
                    && (p.StartedOn == null || p.StartedOn <= today) && (p.LeftOn == null || p.LeftOn > today)))).DefaultIfEmpty()
            from agency in db.Agencies.Where(a => a.Id == membership!.AgencyId).DefaultIfEmpty()
            from body in db.Bodies.Where(b => b.Id == membership!.BodyId).DefaultIfEmpty()
            from provider in db.Providers.Where(p => p.Id == membership!.ProviderId).DefaultIfEmpty()
            from partnership in db.Partnerships.Where(p => p.Id == membership!.PartnershipId).DefaultIfEmpty()
            select new Found(
                session, user.Name, user.SecurityStamp, user.TwoFactorEnabled, membership, agency!.Name ?? body!.Name ?? provider!.Name,
                partnership!.Name)));

    /// <summary>The session and its person, once for each membership they hold today; once without any for who holds none.</summary>
    private sealed record Found(
        UserSession Session, string Name, string? SecurityStamp, bool TwoFactorEnabled, Membership? Membership, string? Place,
        string? Partnership);

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
        if (!Id<UserSession>.TryParse(cookie.FindFirstValue(Claim), null, out var id)) return null;
        var all = new List<Found>();
        await foreach (var row in Find.On(db)(db, id, clock.Today).WithCancellation(cancel)) all.Add(row);
        if (all is not [var person, ..]
            || person.SecurityStamp != cookie.FindFirstValue(new ClaimsIdentityOptions().SecurityStampClaimType))
            return null;
        var (session, now, chosen) =
            (person.Session, clock.Now, all.Find(f => f.Membership is not null && f.Membership.Id == person.Session.MembershipId));
        var acting = chosen?.Membership;
        if (!session.IsOpenAt(now, acting?.Role)) return null;
        lastSeen.Note(session, now);
        var viewer = acting is null ? null
            : Viewer.Of(session.UserId, person.Name, acting);
        return new(session.UserId, person.Name, viewer, chosen?.Place, chosen?.Partnership, all.Count > 1,
            acting is not null && SecondFactor.IsRequired(acting.Role, environment) && !person.TwoFactorEnabled, session);
    }
}
