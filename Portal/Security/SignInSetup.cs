using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Identity;
using Portal.Data;
using Portal.Data.Outbox;

namespace Portal.Security;

/// <summary>Who may come in: sign-in, the session and what each page asks for.</summary>
public static class SignInSetup
{
    public static IServiceCollection AddSignIn(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<LastSeen>().AddHostedService(provider => provider.GetRequiredService<LastSeen>());
        services.AddScoped<Session>().AddScoped<SignInAudit>().AddScoped<OneTimeLinks>().AddScoped<FirstAdministrator>()
            .AddScoped<NewAuthenticatorKey>();
        services.AddScoped<FormsUsed>().AddScoped<TypedForms>();
        services.AddScoped(provider => provider.GetRequiredService<IHttpContextAccessor>().HttpContext?.SignedIn()?.Viewer
            ?? throw new InvalidOperationException("Only a page that carries [Allow] may ask for the viewer"));
        services.AddIdentityCore<PortalUser>(Rules).AddUserStore<UserStore>().AddSignInManager<PortalSignIn>()
            .AddPasswordValidator<PasswordStrength>().AddErrorDescriber<IdentityWords>().AddDefaultTokenProviders()
            .AddTokenProvider<OneTimeCodes>(TokenOptions.DefaultAuthenticatorProvider);
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(cookie => SessionCookie(cookie, environment));
        services.AddSingleton<SignInRateLimit>();
        if (!environment.IsDevelopment())
            services.AddOptions<HostFilteringOptions>().PostConfigure<IConfiguration, AddressOptions>(AnswerAs);
        services.AddAuthorization(options => options.FallbackPolicy = ClosedUnlessOpened);
        services.AddSingleton<IAuthorizationHandler, AllowHandler>()
            .AddSingleton<IAuthorizationMiddlewareResultHandler, MissingStepResultHandler>();
        services.AddDataProtection().SetApplicationName("Training portal");
        services.AddOptions<KeyManagementOptions>()
            .Configure<IServiceScopeFactory>((keys, scopes) => keys.XmlRepository = new ProtectionKeys(scopes));
        return services;
    }

    /// <summary>
    /// Browsers take a cookie of such a name from this host alone, over an encrypted connection: no neighbour can plant one.
    /// </summary>
    internal static string CookieName(this IHostEnvironment environment, string name) =>
        environment.IsDevelopment() ? name : $"__Host-{name}";

    /// <summary>A page that says nothing about who may open it opens to nobody.</summary>
    private static AuthorizationPolicy ClosedUnlessOpened => new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build();

    private static void Rules(IdentityOptions options)
    {
        options.User.RequireUniqueEmail = true;
        // The address is the name, and addresses hold apostrophes and more.
        options.User.AllowedUserNameCharacters = "";
        // Length and not composition, as the National Cyber Security Centre advises.
        options.Password = new()
        {
            RequiredLength = 12, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false
        };
        options.Lockout = new()
        {
            AllowedForNewUsers = true, MaxFailedAccessAttempts = 5, DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15)
        };
    }

    private static void SessionCookie(CookieAuthenticationOptions cookie, IHostEnvironment environment)
    {
        cookie.Cookie.Name = environment.CookieName("session");
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        // How long a session lasts is decided by its row; the cookie only never outlives it.
        cookie.ExpireTimeSpan = UserSession.Longest;
        cookie.SlidingExpiration = false;
        cookie.LoginPath = "/Account/SignIn";
        cookie.Events.OnValidatePrincipal = Session.CheckAsync;
        var usual = cookie.Events.OnRedirectToLogin;
        cookie.Events.OnRedirectToLogin = asked => TypedForms.AskToSignInAsync(asked, usual);
        cookie.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    /// <summary>
    /// Unless AllowedHosts says otherwise, a request that names another host than the portal's own is refused: what is sent back would
    /// lead there. Proxies and checks on the same machine name that.
    /// </summary>
    private static void AnswerAs(HostFilteringOptions hosts, IConfiguration settings, AddressOptions address)
    {
        if (settings["AllowedHosts"] is null && address.Address is { } own)
            hosts.AllowedHosts = [own.Host, "localhost", "127.0.0.1", "[::1]"];
    }
}
