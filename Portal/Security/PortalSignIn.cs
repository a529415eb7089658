using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Data;

namespace Portal.Security;

/// <summary>
/// Identity's sign-in, which also begins a session: a new row each time, named by the cookie, that acts in the membership
/// chosen in this browser, or in the person's only one. With several and none chosen it acts in none, and they are asked.
/// The row is saved by the act that signs someone in, with its line in the audit.
/// </summary>
public sealed class PortalSignIn(
    UserManager<PortalUser> users, IHttpContextAccessor http, IUserClaimsPrincipalFactory<PortalUser> principals,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<PortalUser>> log, IAuthenticationSchemeProvider schemes, IUserConfirmation<PortalUser> confirmation, PortalDb db,
    UkClock clock)
    : SignInManager<PortalUser>(users, http, principals, options, log, schemes, confirmation)
{
    /// <summary>The membership to go on in, if it is one of the person's own and current.</summary>
    public Id<Membership>? Wanted { get; set; }

    private UserSession? Before => Context.SignedIn()?.Session;

    public override async Task SignInWithClaimsAsync(
        PortalUser user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        var claims = additionalClaims.ToList();
        if (claims.TrueForAll(c => c.Type != Session.Claim)) claims.Add(await BeginAsync(user, clock.Now, await MembershipAsync(user)));
        await base.SignInWithClaimsAsync(user, authenticationProperties, claims);
    }

    /// <summary>Goes on under a new id after something about the account changed, no longer than the session would have lasted.</summary>
    public override async Task RefreshSignInAsync(PortalUser user)
    {
        var before = Before ?? throw new InvalidOperationException("Nobody is signed in whose session could go on");
        await SignInWithClaimsAsync(
            user, null as AuthenticationProperties, [await BeginAsync(user, before.StartedAt, before.MembershipId)]);
    }

    /// <summary>Signs someone in as one of their memberships. The caller has made sure that it is theirs and current.</summary>
    public async Task SignInAsAsync(PortalUser user, Id<Membership> membershipId) =>
        await SignInWithClaimsAsync(user, null as AuthenticationProperties, [await BeginAsync(user, clock.Now, membershipId)]);

    private async Task<Claim> BeginAsync(PortalUser user, DateTime since, Id<Membership>? membershipId)
    {
        if (Before is { } before)
            (await db.UserSessions.SingleAsync(s => s.Id == before.Id, Context.RequestAborted)).Close(clock.Now, SessionEnd.Replaced);
        var session = new UserSession
        {
            UserId = user.Id, StartedAt = since, LastSeenAt = clock.Now, MembershipId = membershipId,
            Browser = BrowserWords.Of(Context.Request.Headers.UserAgent),
            Address = BrowserWords.AddressOf(Context.Connection.RemoteIpAddress),
        };
        db.UserSessions.Add(session);
        user.SignedInOn = clock.Today;
        return new(Session.Claim, session.Id.ToString());
    }

    private async Task<Id<Membership>?> MembershipAsync(PortalUser user)
    {
        if (Before is { } before && before.UserId == user.Id && before.MembershipId is { } chosen) return chosen;
        var current = await db.Memberships.CurrentOn(db, clock.Today).Where(m => m.UserId == user.Id).Select(m => m.Id)
            .ToListAsync(Context.RequestAborted);
        return Wanted is { } wanted && current.Contains(wanted) ? wanted : current is [var only] ? only : null;
    }
}
