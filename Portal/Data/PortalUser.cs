using Microsoft.AspNetCore.Identity;

namespace Portal.Data;

/// <summary>A person who signs in, as ASP.NET Core Identity keeps them.</summary>
public sealed class PortalUser : IdentityUser<Id<User>>
{
    public PortalUser() => Id = Id<User>.New();

    /// <summary>As the person writes it.</summary>
    public required string Name { get; set; }

    /// <summary>The membership they acted in last, offered first at the next sign-in.</summary>
    public Id<Membership>? ActedAs { get; set; }
}
