using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Data.Sqlite;
using Portal.Security;

namespace Portal.Web;

/// <summary>The edge of the application: how pages are found, what browsers are told, what people see when something is wrong.</summary>
public static class WebSetup
{
    private static readonly Action<ILogger, string, string, string, Exception?> Failed = LoggerMessage.Define<string, string, string>(
        LogLevel.Error, new(1, "RequestFailed"), "Reference {Reference}: {Method} {Path} failed");

    public static IServiceCollection AddWeb(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddRazorPages(pages =>
        {
            pages.RootDirectory = "/Features";
            // What helps to build the portal, the demo sign-in among it, does not exist anywhere else.
            if (!environment.IsDevelopment())
                pages.Conventions.AddFolderRouteModelConvention("/Development", page => page.Selectors.Clear());
        }).AddMvcOptions(options =>
        {
            PortalBinders.Add(options);
            options.Filters.Add<RefusedFilter>();
            options.Filters.Add<OnceFilter>();
            options.Filters.Add<GivenBackFilter>();
        });
        services.AddAntiforgery(antiforgery => antiforgery.Cookie.Name = environment.CookieName("form"));
        services.Configure<CookieTempDataProviderOptions>(notice => notice.Cookie.Name = environment.CookieName("notice"));
        // Every cookie, whoever makes it; Development has no encrypted connection.
        services.Configure<CookiePolicyOptions>(cookies =>
            cookies.Secure = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always);
        services.Configure<KestrelServerOptions>(kestrel => kestrel.AddServerHeader = false);
        services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
        return services;
    }

    /// <summary>In this order: what fails further in is still answered with our headers and in our words.</summary>
    public static WebApplication UseWeb(this WebApplication app)
    {
        app.UseSecurityHeaders();
        if (!app.Environment.IsDevelopment()) app.UseHsts();
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/Error/500", SuppressDiagnosticsCallback = Log });
        app.Use(GivenUpAsync);
        app.UseCookiePolicy();
        app.UseStatusCodePagesWithReExecute("/Error/{0}");
        app.UseMovedAddresses();
        app.UseEndedSessions();
        app.UseRouting();
        app.UseMiddleware<SignInRateLimit>();
        app.UseAuthentication();
        app.UseAuthorization();
        return app;
    }

    /// <summary>
    /// Whoever has gone is told nothing, and nothing is logged as a failure; SQLite says in its own words that it stopped.
    /// </summary>
    private static async Task GivenUpAsync(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (SqliteException stopped) when (http.RequestAborted.IsCancellationRequested
            && stopped.SqliteErrorCode == SQLitePCL.raw.SQLITE_INTERRUPT)
        {
            throw new OperationCanceledException("Nobody waits for this page any more", stopped, http.RequestAborted);
        }
    }

    /// <summary>
    /// An address that leads nowhere is a 404 whatever is sent to it. Without this, the routing of static files
    /// answers a post for them.
    /// </summary>
    public static void MapNotFound(this WebApplication app)
    {
        // Browsers ask for it by this name wherever no page names another: beside a download, or a part of a page on its own.
        app.MapGet("favicon.ico", () => Results.LocalRedirect("~/favicon.svg", permanent: true)).AllowAnonymous();
        app.MapFallback("{**address}", () => Results.NotFound()).AllowAnonymous();
    }

    /// <summary>What a person can read out to whoever keeps the portal running, who finds it in the log.</summary>
    public static string Reference(HttpContext http) =>
        (Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier)[..8].ToUpperInvariant();

    private static bool Log(ExceptionHandlerSuppressDiagnosticsContext failure)
    {
        var http = failure.HttpContext;
        Failed(http.RequestServices.GetRequiredService<ILogger<Program>>(), Reference(http), http.Request.Method, http.Request.Path,
            failure.Exception);
        return true;
    }
}
