using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.Data;
using Portal.Data.Outbox;
using Portal.Features;
using Portal.Mail;
using Portal.Security;
using Portal.Tests.Support;
using Portal.Web;

namespace Portal.Tests.Web;

/// <summary>The tag helpers and binders together, on the form of the component gallery.</summary>
public sealed class FillingInAForm : IAsyncLifetime
{
    private const string Address = "/Development/Components";
    private readonly List<WebApplication> running = [];
    private TestDatabase database = null!;

    public async ValueTask InitializeAsync() => database = await TestDatabase.CreateAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var app in running) await app.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task Keeps_what_was_typed_and_says_what_to_mend_at_the_top_and_beside_the_field()
    {
        var page = await Gallery(In("Development"));
        page = await page.Fill("What happened", "Two lines\nof text").Choose("How is it delivered?", "Live online").Untick("Level 2")
            .Tick("Level 3").Fill("Month", "February").Fill("Day", "30").Fill("Year", "2026").Press("Save");

        Assert.StartsWith("Error: ", page.Title);
        page.Shows("There is a problem", "Enter a full name", "Select an agency", "Start date must be a real date");
        Assert.Equal(
            ["#FullName", "#Agency", "#StartsOn-day"], page.All(".govuk-error-summary__list a").Select(a => a.GetAttribute("href")));
        Assert.All(page.All(".govuk-error-summary__list a"), link => Assert.Single(page.All($"[id={link.GetAttribute("href")![1..]}]")));
        Assert.Equal(["StartsOn-day"], page.All(".govuk-date-input .govuk-input--error").Select(i => i.Id));
        Assert.Equal(["30", "February", "2026"], new[] { page.Value("Day"), page.Value("Month"), page.Value("Year") });
        Assert.Equal("Two lines\nof text", page.Value("What happened").ReplaceLineEndings("\n"));
        Assert.Equal(["3"], page.All("input[name=Levels][checked]").Select(i => i.GetAttribute("value")));
        Assert.Equal("online", page.All("input[name=Mode][checked]").Single().GetAttribute("value"));
    }

    [Fact]
    public async Task Takes_spaces_alone_for_nothing()
    {
        var page = await Gallery(In("Development"));
        page = await page.Fill("Full name", "   ").Press("Save");
        page.Shows("Enter a full name");
    }

    [Fact]
    public async Task Shows_one_banner_on_the_next_page_and_then_no_more()
    {
        var visitor = await In("Development");
        var page = await visitor.Open(Address);
        page = await page.Fill("Full name", "Asha Rahman").Choose("Agency", "Alder House Refuge")
            .Fill("Start date", new DateOnly(2026, 12, 6)).Choose("How is it delivered?", "In a room").Press("Save");
        page.Shows("Success", "Saved");
        (await visitor.Open(Address)).DoesNotShow("Saved");
    }

    [Fact]
    public async Task The_gallery_is_not_there_outside_development()
    {
        var page = await Gallery(In("Production"));
        page.Answers(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Every_page_asks_for_nothing_from_elsewhere_and_has_no_style_or_script_in_it()
    {
        var page = await Gallery(In("Development"));
        Assert.Empty(page.All("[style], style, script:not([src]), [onclick]"));
        Assert.All(
            page.All("script[src], link[rel=stylesheet], img, link[rel=icon]"),
            e => Assert.StartsWith("/", e.GetAttribute("src") ?? e.GetAttribute("href")));
        Assert.Equal("https://www.bbc.co.uk/weather", page.All("[data-quick-exit][rel~=noreferrer]").Single().GetAttribute("href"));
        page.Shows("0808 2000 247", "call 999");
    }

    [Fact]
    public async Task A_table_gives_each_cell_what_its_column_says()
    {
        var page = await Gallery(In("Development"));
        var table = page.All("table").Single(t => t.QuerySelector("caption")!.TextContent == "Open flags");
        var cells = table.QuerySelectorAll("tbody tr:first-child > *");
        Assert.Equal("Open flags", table.ParentElement!.GetAttribute("aria-label"));
        Assert.Equal(["rowheader", "cell", "cell", "cell"], cells.Select(c => c.GetAttribute("role")));
        Assert.Equal([null, "Age in days", "Severity", "Trend"], cells.Select(c => c.GetAttribute("data-label")));
        Assert.Equal("row", cells[0].GetAttribute("scope"));
        Assert.Contains("govuk-table__cell--numeric", cells[1].ClassList);
        Assert.Equal([null, "descending"], table.QuerySelectorAll("thead th:has(a)").Select(h => h.GetAttribute("aria-sort")));
        Assert.Equal(table.QuerySelectorAll("thead th").Length, cells.Length);
    }

    [Fact]
    public async Task A_tag_whose_link_comes_out_as_nothing_has_no_link()
    {
        var page = await Gallery(In("Development"));
        page.Shows("Nothing here yet");
        Assert.Empty(page.All("a[href='']"));
        Assert.DoesNotContain("Never shown", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void No_page_lays_a_table_by_hand_and_none_draws_a_component_that_has_a_tag()
    {
        string[] tagged = ["BackLink", "EmptyState", "Pagination", "Day", "SeverityTag", "OutcomeTag", "BigFigures", "SummaryList"];
        Assert.Equal(
            [
                "Portal/Components/GovUk/Table.razor", "Portal/Features/Courses/Catalogue/CoverageTable.razor",
                "Portal/Features/Courses/Diary/MonthTable.razor", "Portal/Features/Courses/Statements/StatementMap.razor",
                "Portal/Features/Standards/MatrixTable.razor",
            ],
            Repository.Sources("Portal", ".razor", ".cshtml").Where(p => Says(p, "<table ")));
        Assert.DoesNotContain(Repository.Sources("Portal", ".cshtml"), p => tagged.Any(t => Says(p, $"typeof({t})")));

        static bool Says(string path, string words) => File.ReadAllText(Repository.File(path)).Contains(words, StringComparison.Ordinal);
    }

    private static async Task<WebPage> Gallery(Task<FrontDoor> visitor) => await (await visitor).Open(Address);

    /// <summary>A visitor to the pages alone: no seeds, no jobs, no mail.</summary>
    private async Task<FrontDoor> In(string environment)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            EnvironmentName = environment, ApplicationName = "Portal", ContentRootPath = Repository.Root
        });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Configuration["Portal:Address"] = "https://localhost/";
        builder.Configuration["Database:Provider"] = $"{TestDatabase.Provider}";
        builder.Configuration["Database:ConnectionString"] = database.ConnectionString;
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton<UkClock>();
        builder.Services.AddPortalDatabase(builder.Configuration).AddPortalAddress(builder.Configuration);
        builder.Services.AddScoped<IRenderMail, MailRenderer>();
        builder.Services.AddScoped<Contacts>().AddSignIn(builder.Environment);
        builder.Services.AddWeb(builder.Environment);
        var app = builder.Build();
        running.Add(app);
        app.UseWeb();
        app.MapRazorPages();
        app.MapNotFound();
        await app.StartAsync();
        var handler = new RedirectHandler
        {
            InnerHandler = new CookieContainerHandler { InnerHandler = app.GetTestServer().CreateHandler() }
        };
        return new(new HttpClient(handler) { BaseAddress = new("https://localhost") });
    }
}
