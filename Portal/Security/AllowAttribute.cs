using Microsoft.AspNetCore.Authorization;

namespace Portal.Security;

/// <summary>
/// Opens a page to whoever holds any one of the permissions in the membership they act as; with none named, to whoever
/// acts in any membership at all. A page that carries neither this nor <see cref="AllowAnonymousAttribute"/> nor
/// <see cref="AuthorizeAttribute"/> opens to nobody.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AllowAttribute(params Permission[] anyOf) : AuthorizeAttribute, IAuthorizationRequirementData, IAuthorizationRequirement
{
    public IReadOnlyList<Permission> AnyOf => anyOf;

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

internal sealed class AllowHandler : AuthorizationHandler<AllowAttribute>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, AllowAttribute allow)
    {
        if (context.Resource is HttpContext http && http.SignedIn() is { Viewer: { } viewer, NeedsSecondFactor: false }
            && (allow.AnyOf.Count == 0 || allow.AnyOf.Any(permission => viewer.May(permission))))
            context.Succeed(allow);
        return Task.CompletedTask;
    }
}
