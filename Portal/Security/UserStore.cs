using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Security;

/// <summary>
/// Identity's store over our database. It never saves by itself: the act that uses it does, through <c>SaveAsync</c>, with
/// its audit. The secret of an authenticator app and the recovery codes are kept encrypted.
/// </summary>
internal sealed class UserStore : UserOnlyStore<PortalUser, PortalDb, Id<User>>
{
    private readonly IDataProtector protector;
    private readonly UkClock clock;

    public UserStore(PortalDb db, IdentityErrorDescriber describer, IDataProtectionProvider protection, UkClock clock) : base(db, describer)
    {
        AutoSaveChanges = false;
        this.clock = clock;
        protector = protection.CreateProtector("Second factor");
    }

    /// <summary>
    /// The base would take the row as it stands for what is stored, each time it is called; here the first of several
    /// changes in one act must still be compared with the database, and be audited.
    /// </summary>
    public override Task<IdentityResult> UpdateAsync(PortalUser user, CancellationToken cancellationToken = default)
    {
        user.ConcurrencyStamp = Id<PortalUser>.New().ToString();
        return Task.FromResult(IdentityResult.Success);
    }

    /// <summary>
    /// Whatever makes Identity's cookies void, a new password or a second factor, ends the person's sessions in the same save, and what any
    /// of them had begun.
    /// </summary>
    public override async Task SetSecurityStampAsync(PortalUser user, string stamp, CancellationToken cancellationToken = default)
    {
        await base.SetSecurityStampAsync(user, stamp, cancellationToken);
        foreach (var session in await Context.UserSessions.Where(s => s.UserId == user.Id && s.ClosedAt == null)
            .ToListAsync(cancellationToken))
            session.Close(clock.Now, SessionEnd.AccountChanged);
        await RemoveTokenAsync(user, NewAuthenticatorKey.Provider, NewAuthenticatorKey.Name, cancellationToken);
    }

    /// <summary>A link that was sent before the password changed, to whoever asked for it, opens nothing afterwards.</summary>
    public override async Task SetPasswordHashAsync(PortalUser user, string? passwordHash, CancellationToken cancellationToken = default)
    {
        await base.SetPasswordHashAsync(user, passwordHash, cancellationToken);
        await Context.CloseLinksAsync(user.Id, LinkPurpose.PasswordReset, clock.Now, cancellationToken);
    }

    public override Task SetTokenAsync(
        PortalUser user, string loginProvider, string name, string? value, CancellationToken cancellationToken) =>
        base.SetTokenAsync(user, loginProvider, name, value is null ? null : protector.Protect(value), cancellationToken);

    public override async Task<string?> GetTokenAsync(
        PortalUser user, string loginProvider, string name, CancellationToken cancellationToken) =>
        await base.GetTokenAsync(user, loginProvider, name, cancellationToken) is { Length: > 0 } value ? protector.Unprotect(value) : null;
}
