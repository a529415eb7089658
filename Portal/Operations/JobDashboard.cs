using Hangfire;
using Hangfire.Dashboard;
using Portal.Jobs;
using Portal.Security;

namespace Portal.Operations;

/// <summary>
/// The job engine's own pages, to look at only: what is done there would leave no audit entry, and the page of jobs does it
/// with one. For administrators of the system, by the same rule as every page, in every environment.
/// </summary>
internal static class JobDashboard
{
    public const string Address = "/Admin/Jobs/Engine";

    /// <summary>What its pages write into themselves: what its charts need to notice that they are drawn, and some colours.</summary>
    private const string Styles =
        "; style-src-elem 'self' 'sha256-z7zcnw/4WalZqx+PrNaRnoeLz/G9WXuFqV1WCJ129sg='; style-src-attr 'unsafe-inline'";

    private static readonly DashboardOptions Options = new()
    {
        // Whoever comes here has been let in: the library would otherwise ask whether they sit at the machine.
        Authorization = [],
        IsReadOnlyFunc = _ => true,
        DisplayStorageConnectionString = false,
        DashboardTitle = "Job engine",
        AppPath = "/Admin/Jobs",
        FaviconPath = "/favicon.svg",
        DarkModeEnabled = false,
        // The whole timetable at once.
        DefaultRecordsPerPage = 50,
    };

    public static void MapJobDashboard(this IEndpointRouteBuilder app)
    {
        var pages = app.CreateApplicationBuilder();
        pages.UsePathBase(Address).Run(ShowAsync);
        app.Map(Address + "/{**page}", pages.Build()).RequireAuthorization(new AllowAttribute(Permission.ReadEngine));
    }

    private static async Task ShowAsync(HttpContext http)
    {
        // The figures in its headings are asked for by a post. Every other one is a command.
        if (!HttpMethods.IsGet(http.Request.Method) && http.Request.Path != "/stats")
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        http.Response.Headers.ContentSecurityPolicy += Styles;
        var storage = http.RequestServices.GetRequiredService<JobEngine>().Storage;
        await new AspNetCoreDashboardMiddleware(
            _ => Task.CompletedTask, storage, Options, DashboardRoutes.Routes, finalizeWhenNotFound: true).Invoke(http);
    }
}
