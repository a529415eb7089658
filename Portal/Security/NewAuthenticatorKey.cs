using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Portal.Data;

namespace Portal.Security;

/// <summary>
/// The key of an authenticator app that somebody is setting up. It becomes theirs once a code shows that the app works: until then the
/// one they had goes on, and after a quarter of an hour it is worth nothing to whoever finds the page.
/// </summary>
public sealed class NewAuthenticatorKey(UserManager<PortalUser> users, IUserStore<PortalUser> store, UkClock clock)
{
    /// <summary>Under which Identity keeps what is ours beside its own secrets.</summary>
    internal const string Provider = "Portal", Name = "NewKey";

    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(15);

    public async Task MakeAsync(PortalUser user) => (await users.SetAuthenticationTokenAsync(
        user, Provider, Name, FormattableString.Invariant($"{clock.Now.Ticks} {users.GenerateNewAuthenticatorKey()}"))).OrRefuse();

    /// <summary>Null when none was begun, or not within the time.</summary>
    public async Task<string?> FindAsync(PortalUser user) =>
        (await users.GetAuthenticationTokenAsync(user, Provider, Name))?.Split(' ') is [var made, var key]
            && clock.Now.Ticks - long.Parse(made, CultureInfo.InvariantCulture) < Lasts.Ticks ? key : null;

    /// <summary>From here on it is the person's own, if the caller saves.</summary>
    public async Task<bool> TakeAsync(PortalUser user)
    {
        if (await FindAsync(user) is not { } key) return false;
        await ((IUserAuthenticatorKeyStore<PortalUser>)store).SetAuthenticatorKeyAsync(user, key, CancellationToken.None);
        (await users.RemoveAuthenticationTokenAsync(user, Provider, Name)).OrRefuse();
        return true;
    }
}
