using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Security;

/// <summary>Identity's store over our database. It never saves by itself: the act that uses it does, through <c>SaveAsync</c>, with its audit.</summary>
internal sealed class UserStore : UserOnlyStore<PortalUser, PortalDb, Id<User>>
{
    public UserStore(PortalDb db, IdentityErrorDescriber describer) : base(db, describer) => AutoSaveChanges = false;
}
