using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Data;

namespace Portal.Security;

/// <summary>
/// Identity's sign-in, which also writes into the cookie which membership the person acts in: the one chosen in this
/// session, or their only one. With several and none chosen it writes none, and they are asked.
/// </summary>
public sealed class PortalSignIn(
    UserManager<PortalUser> users, IHttpContextAccessor http, IUserClaimsPrincipalFactory<PortalUser> principals, IOptions<IdentityOptions> options,
    ILogger<SignInManager<PortalUser>> log, IAuthenticationSchemeProvider schemes, IUserConfirmation<PortalUser> confirmation, PortalDb db, UkClock clock)
    : SignInManager<PortalUser>(users, http, principals, options, log, schemes, confirmation)
{
    public override async Task SignInWithClaimsAsync(PortalUser user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        var claims = additionalClaims.ToList();
        if (claims.All(c => c.Type != Session.MembershipClaim) && await MembershipAsync(user) is { } membership) claims.Add(membership);
        await base.SignInWithClaimsAsync(user, authenticationProperties, claims);
    }

    /// <summary>Goes on as one of the person's memberships. The caller has made sure that it is theirs and current.</summary>
    public Task ActAsAsync(PortalUser user, Id<Membership> membershipId) =>
        SignInWithClaimsAsync(user, null as AuthenticationProperties, [new(Session.MembershipClaim, membershipId.ToString())]);

    private async Task<Claim?> MembershipAsync(PortalUser user)
    {
        if (Context.SignedIn()?.UserId == user.Id && Context.User.FindFirst(Session.MembershipClaim) is { } chosen) return chosen;
        var today = clock.Today;
        var current = await db.Memberships.Where(m => m.UserId == user.Id && m.From <= today && (m.Until == null || m.Until > today))
            .Select(m => m.Id).Take(2).ToListAsync(Context.RequestAborted);
        return current is [var only] ? new(Session.MembershipClaim, only.ToString()) : null;
    }
}
