using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.Data;
using Portal.Data.Seeding;
using Portal.Tests.Support.Smtp;

namespace Portal.Tests.Support;

/// <summary>
/// The whole portal, as composed in Program.cs, with a clock, a database and a mail folder that are one test's own.
/// Settings and replacements are made before anything is opened.
/// </summary>
public sealed class PortalApp : IAsyncDisposable
{
    private readonly Factory factory;

    private PortalApp(TestDatabase database, string environment)
    {
        Database = database;
        factory = new(this, environment);
    }

    public TestDatabase Database { get; }
    public TestClock Clock => Database.Time;

    /// <summary>Where mail is dropped as .eml files.</summary>
    public DirectoryInfo MailFolder { get; } = Directory.CreateTempSubdirectory("portal-mail-");

    /// <summary>Settings that differ from the usual ones.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    /// <summary>Classes that a test replaces.</summary>
    public Action<IServiceCollection> Replace { get; set; } = _ => { };

    /// <summary>The address of the real server; null until <see cref="Listen"/>.</summary>
    public Uri? Address { get; private set; }

    public IServiceProvider Services => factory.Services;

    /// <summary>In Development, with the fictional borough and one person to sign in as for each role.</summary>
    public static async Task<PortalApp> CreateAsync() => new(await TestDatabase.CreateBoroughAsync(), "Development");

    /// <summary>As at a first start in Production: the defaults, and nobody.</summary>
    public static async Task<PortalApp> InProductionAsync() => new(await TestDatabase.CreateAsync(), "Production");

    /// <summary>Somebody who has not signed in.</summary>
    public FrontDoor Visitor() => new(NewClient());

    /// <summary>Somebody whose cookies a test looks at or copies, in a browser of its choice.</summary>
    public FrontDoor VisitorWith(System.Net.CookieContainer cookies, string? userAgent = null)
    {
        var client = factory.CreateDefaultClient(new Uri("https://localhost"), new RedirectHandler(), new CookieContainerHandler(cookies));
        if (userAgent is not null) client.DefaultRequestHeaders.UserAgent.ParseAdd(userAgent);
        return new(client);
    }

    /// <summary>The borough's person with this role, signed in through the form; who holds several chooses this one.</summary>
    public async Task<FrontDoor> SignedInAs(Role role)
    {
        var door = Visitor();
        var page = await SignIn(door, DemoPeople.Email[role], DemoPeople.Password);
        if (page.Path != "/Account/ActingAs") return door;
        var choice = page.All("label").Select(l => l.TextContent.Trim())
            .First(l => l == role.Words() || l.StartsWith($"{role.Words()},", StringComparison.Ordinal));
        await page.Tick(choice).Press("Continue");
        return door;
    }

    /// <summary>Gives the sign-in form an address and a password, and answers with the page that comes of it.</summary>
    public static async Task<WebPage> SignIn(FrontDoor door, string email, string password) =>
        await (await door.Open("/Account/SignIn")).Fill("Email address", email).Fill("Password", password).Press("Sign in");

    /// <summary>Listens on a loopback port of the operating system's choice, for a browser.</summary>
    public PortalApp Listen()
    {
        factory.UseKestrel(0);
        factory.StartServer();
        Address = factory.ClientOptions.BaseAddress;
        return this;
    }

    /// <summary>Runs something inside the portal, with services of its own as a request has.</summary>
    public async Task<T> In<TService, T>(Func<TService, Task<T>> work) where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async Task In<TService>(Func<TService, Task> work) where TService : notnull =>
        await In<TService, bool>(async service => { await work(service); return true; });

    /// <summary>Saves rows as the portal itself would, and gives back the first.</summary>
    public async Task<T> Has<T>(T row, params object[] others) where T : class
    {
        var partnership = row as Partnership;
        await In<PortalDb>(async db =>
        {
            db.AddRange([row, .. others]);
            var owner = partnership?.Id ?? (row as IBelongToPartnership)?.PartnershipId ?? db.Partnerships.First().Id;
            await db.SaveAsync(Viewer.System(owner), "Prepared a test", CancellationToken.None);
        });
        return row;
    }

    /// <summary>The mail dropped so far, oldest first.</summary>
    public IReadOnlyList<ReceivedMessage> Mail() =>
        [.. MailFolder.EnumerateFiles("*.eml").OrderBy(f => f.LastWriteTimeUtc).ThenBy(f => f.Name, StringComparer.Ordinal)
            .Select(f => ReceivedMessage.Read(f.FullName))];

    public async ValueTask DisposeAsync()
    {
        await factory.DisposeAsync();
        await Database.DisposeAsync();
        MailFolder.Delete(recursive: true);
    }

    private HttpClient NewClient() => factory.CreateClient(new() { BaseAddress = new("https://localhost") });

    private sealed class Factory(PortalApp app, string environment) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseSolutionRelativeContentRoot("").UseEnvironment(environment);
            builder.UseSetting("Database:Provider", TestDatabase.Provider.ToString());
            builder.UseSetting("Database:ConnectionString", app.Database.ConnectionString);
            builder.UseSetting("Portal:Address", "https://localhost/");
            builder.UseSetting("Mail:Folder", app.MailFolder.FullName);
            // A test runs the job it means, when it means it.
            builder.UseSetting("Jobs:Enabled", "false");
            foreach (var (name, value) in app.Settings) builder.UseSetting(name, value);
            builder.ConfigureLogging(logging => logging.ClearProviders());
            builder.ConfigureTestServices(services =>
            {
                services.AddSingleton<TimeProvider>(app.Clock).ShareCompiledQueries();
                app.Replace(services);
            });
        }
    }
}
