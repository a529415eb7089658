using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging;

namespace Portal.Tests.Support;

public sealed class UsingAWebPage : IAsyncLifetime
{
    private const string Form = """
        <title>Book a place</title><h1>Book a place</h1><script>var hidden = "never read"</script>
        <form method="post" enctype="multipart/form-data">
          <input type="hidden" name="token" value="secret">
          <label for="name">Full name</label><input id="name" name="name" value="Asha">
          <label for="job">Job <span class="govuk-visually-hidden">title</span></label>
          <select id="job" name="job"><option value="">Choose</option><option value="n">Nurse</option></select>
          <fieldset><legend>Will you travel?</legend>
            <input type="radio" id="y" name="travel" value="yes"><label for="y">Yes</label>
            <input type="radio" id="n" name="travel" value="no" checked><label for="n">No</label></fieldset>
          <fieldset><legend>Date of birth</legend>
            <label for="d">Day</label><input id="d" name="d"><label for="m">Month</label><input id="m" name="m"><label
              for="yr">Year</label><input id="yr" name="yr"></fieldset>
          <label><input type="checkbox" name="agree" value="true"> I agree</label>
          <label for="note">Note</label><textarea id="note" name="note">Before</textarea>
          <label for="proof">Proof</label><input type="file" id="proof" name="proof">
          <input name="off" value="x" disabled>
          <button name="do" value="save">Save</button><button name="do" value="send">Save and send</button>
        </form>
        <form action="/list"><label for="q">Search</label><input id="q" name="q"><button>Find</button></form>
        <a href="/list?page=2">Next <span>page</span></a>
        """;

    private WebApplication app = null!;
    private WebPage page = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.MapGet("/", () => Results.Content(Form, "text/html"));
        app.MapGet(
            "/list",
            (HttpContext http) => Results.Content($"<p>List {WebUtility.HtmlEncode(http.Request.QueryString.Value)}</p>", "text/html"));
        app.MapPost("/", async (HttpContext http) =>
        {
            var form = await http.Request.ReadFormAsync();
            var files = form.Files.Select(f => $"{f.Name}={f.FileName}:{f.Length}");
            return Results.Content(
                $"<p>{WebUtility.HtmlEncode(string.Join(" ", form.Select(f => $"{f.Key}={f.Value}").Concat(files)))}</p>", "text/html",
                statusCode: 400);
        });
        await app.StartAsync();
        page = await new FrontDoor(app.GetTestClient()).Open("/");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Sends_what_a_browser_would_send()
    {
        var answer = await page.Fill("Full name", "Ben Okafor").Choose("Job title", "Nurse").Choose("Will you travel?", "Yes")
            .Fill("Date of birth", new DateOnly(1980, 2, 1)).Tick("I agree").Fill("Note", "After").Upload("Proof", "card.png", [1, 2, 3])
            .Press("Save and send");

        answer.Answers(HttpStatusCode.BadRequest).Shows(
            "token=secret name=Ben Okafor job=n travel=yes d=1 m=2 yr=1980 agree=true note=After do=send proof=card.png:3");
    }

    [Fact]
    public async Task Sends_what_stands_on_the_page_when_nothing_is_typed() =>
        (await page.Press("Save")).Shows("token=secret name=Asha job= travel=no d= m= yr= note=Before do=save").DoesNotShow("agree", "off");

    [Fact]
    public async Task Puts_a_search_into_the_address()
    {
        var found = await page.Fill("Search", "a & b").Press("Find");
        found.Shows("List ?q=a%20%26%20b");
        Assert.Equal("/list", found.Path);
    }

    [Fact]
    public async Task Follows_a_link_by_its_words() => (await page.Follow("Next page")).Shows("List ?page=2");

    [Fact]
    public void Reads_back_what_a_field_holds()
    {
        Assert.Equal("Asha", page.Value("Full name"));
        Assert.Equal("Choose", page.Value("Job title"));
        Assert.Equal("Book a place", page.Title);
        page.Shows("Book a place").DoesNotShow("never read");
    }

    [Fact]
    public async Task Says_what_is_missing_and_what_the_page_shows_instead()
    {
        Assert.Contains("There is no field “Surname”", Assert.ThrowsAny<Exception>(() => page.Fill("Surname", "x")).Message);
        Assert.Contains(
            "“Job title” offers “Choose”, “Nurse” but not “Pilot”",
            Assert.ThrowsAny<Exception>(() => page.Choose("Job title", "Pilot")).Message);
        Assert.Contains("There is no button “Delete”", (await Assert.ThrowsAnyAsync<Exception>(() => page.Press("Delete"))).Message);
        var missing = Assert.ThrowsAny<Exception>(() => page.Shows("Place booked")).Message;
        Assert.Contains("The page does not show “Place booked”", missing);
        Assert.Contains("Will you travel?", missing);
    }
}
