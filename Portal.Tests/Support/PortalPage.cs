using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Portal.Security;

namespace Portal.Tests.Support;

/// <summary>A page of the portal as the running application knows it: nobody has to list them.</summary>
public sealed record PortalPage(string Name, RoutePattern Route, CompiledPageActionDescriptor Compiled)
{
    public AllowAttribute? Allow => Compiled.ModelTypeInfo?.GetCustomAttributes(true).OfType<AllowAttribute>().SingleOrDefault();
    public bool TakesPosts => Compiled.HandlerMethods.Any(h => h.HttpMethod == "Post");
    public bool HasId => Route.Parameters.Any(p => PageIds.IsId(p));

    public static IReadOnlyList<PortalPage> AllOf(PortalApp app) => [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        .Select(e => (Endpoint: e, Descriptor: e.Metadata.GetMetadata<PageActionDescriptor>()))
        .Where(e => e.Descriptor is not null)
        .Select(e => new PortalPage(e.Descriptor!.ViewEnginePath, e.Endpoint.RoutePattern, Compile(app, e.Descriptor)))
        .DistinctBy(p => p.Name).OrderBy(p => p.Name, StringComparer.Ordinal)];

    public bool OpensTo(Role role) =>
        Allow is { } allow && (allow.AnyOf.Count == 0 || allow.AnyOf.Any(p => Permissions.Of(role, p) != Reach.None));

    private static CompiledPageActionDescriptor Compile(PortalApp app, PageActionDescriptor page) =>
        app.Services.GetRequiredService<PageLoader>().LoadAsync(page, EndpointMetadataCollection.Empty).GetAwaiter().GetResult();
}
