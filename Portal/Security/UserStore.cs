using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Security;

/// <summary>
/// Identity's store over our database. It never saves by itself: the act that uses it does, through <c>SaveAsync</c>, with
/// its audit. The secret of an authenticator app and the recovery codes are kept encrypted.
/// </summary>
internal sealed class UserStore : UserOnlyStore<PortalUser, PortalDb, Id<User>>
{
    private readonly IDataProtector protector;

    public UserStore(PortalDb db, IdentityErrorDescriber describer, IDataProtectionProvider protection) : base(db, describer)
    {
        AutoSaveChanges = false;
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

    public override Task SetTokenAsync(PortalUser user, string loginProvider, string name, string? value, CancellationToken cancellationToken) =>
        base.SetTokenAsync(user, loginProvider, name, value is null ? null : protector.Protect(value), cancellationToken);

    public override async Task<string?> GetTokenAsync(PortalUser user, string loginProvider, string name, CancellationToken cancellationToken) =>
        await base.GetTokenAsync(user, loginProvider, name, cancellationToken) is { Length: > 0 } value ? protector.Unprotect(value) : null;
}
