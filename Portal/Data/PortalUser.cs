using Microsoft.AspNetCore.Identity;

namespace Portal.Data;

/// <summary>A person who signs in, as ASP.NET Core Identity keeps them.</summary>
public sealed class PortalUser : IdentityUser<Id<User>>
{
    public PortalUser() => Id = Id<User>.New();

    /// <summary>As the person writes it.</summary>
    public required string Name { get; set; }

    /// <summary>The day they last signed in; until that was first written down, the day on which somebody first asked for it.</summary>
    public DateOnly? SignedInOn { get; set; }

    /// <summary>The membership they acted in last, offered first at the next sign-in.</summary>
    public Id<Membership>? ActedAs { get; set; }
}
