using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Portal.Data;

namespace Portal.Security;

/// <summary>
/// Identity's check of what an authenticator app shows, which takes each code once: whoever reads it over a shoulder comes too late
/// (OWASP ASVS 5, 6.5.1). What was used is kept encrypted, for as long as it would be taken.
/// </summary>
internal sealed class OneTimeCodes : AuthenticatorTokenProvider<PortalUser>
{
    private const string Used = "UsedCodes";

    /// <summary>Longer than a code is right for: its own half minute and two either side.</summary>
    private const int Seconds = 180;

    public override async Task<bool> ValidateAsync(string purpose, string token, UserManager<PortalUser> manager, PortalUser user)
    {
        if (!await base.ValidateAsync(purpose, token, manager, user)) return false;
        // By the clock that the base goes by.
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var code = int.Parse(token, CultureInfo.InvariantCulture);
        var before = (await manager.GetAuthenticationTokenAsync(user, NewAuthenticatorKey.Provider, Used) ?? "")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(u => u.Split(':').Select(long.Parse).ToArray())
            .Where(u => u[0] > now - Seconds).ToList();
        if (before.Exists(u => u[1] == code)) return false;
        var used = string.Join(' ', before.Append([now, code]).Select(u => FormattableString.Invariant($"{u[0]}:{u[1]}")));
        (await manager.SetAuthenticationTokenAsync(user, NewAuthenticatorKey.Provider, Used, used)).OrRefuse();
        return true;
    }
}
