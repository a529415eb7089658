using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Portal.Data.Seeding;
using Portal.Features.Admin.Jobs;
using Portal.Mail;
using Portal.Tests.Support;
using static Portal.Tests.Browser.ReturnSteps;

namespace Portal.Tests.Browser;

/// <summary>
/// A skill-gap assessment from the commissioner's plan to the borough's figures, as people make it: a training lead and a
/// colleague at once, the executive lead from the link in a message, changes asked for and made, and the flag that closes.
/// </summary>
public sealed partial class MakingAReturn(Support.Browser browser)
{
    private const string Cycle = "Phase 1, third cycle";

    [Theory]
    [InlineData(Screen.Wide, true)]
    [InlineData(Screen.Phone, true)]
    [InlineData(Screen.Wide, false)]
    public async Task From_a_planned_cycle_to_the_boroughs_figures(Screen screen, bool script)
    {
        await using var app = (await PortalApp.CreateAsync()).Listen();
        // The second cycle has ended, and the agency never made its return.
        app.Clock.Now = new(2027, 7, 1, 9, 0, 0, DateTimeKind.Utc);
        // More than 45 days at once, which somebody must confirm.
        await app.In((AcceptClock accept) => accept.RunAsync(null, default));
        var today = DateOnly.FromDateTime(app.Clock.Now);
        var walk = new WalksAtOnce(browser, app, screen, script);

        await walk.As(Role.Commissioner, async page =>
        {
            await EvaluateAsync(page);
            await page.Open("/Returns");
            await page.Press("Plan a cycle");
            await page.Tick("Phase 1");
            await page.Fill("Title", Cycle);
            await FillDay(page, "Opening day", today);
            await FillDay(page, "Cut-off day", today);
            await FillDay(page, "Due date", today.AddDays(28));
            await FillDay(page, "End of the cycle", today.AddMonths(10));
            await page.IsSound();
            await page.Press("Plan the cycle");
            await page.Press("Open it now");
            await page.Press("Open it now");
            await page.Shows("Cycle opened. The agencies have been asked");
        });
        Assert.NotNull(await FlagAsync(app));

        var (id, colleague) = await FindAsync(app);
        await walk.As(Role.TrainingLead, async lead =>
        {
            await lead.Open("/Returns");
            await lead.Page.GetByRole(AriaRole.Link, new() { NameRegex = new($"{DemoBorough.OwnAgency}.*{Cycle}") }).ClickAsync();
            await lead.Shows("0% is done");
            await lead.IsSound();
            await lead.Press("Share a section");
            await lead.Tick(colleague);
            await lead.Tick("Questions");
            await lead.Press("Share");
            await lead.Shows("Shared. They have been told by email");
            await walk.As(Role.Learner, helper => WriteTogetherAsync(lead, helper, id, today));
            await SendAsync(lead, id);
            await lead.Shows("Waiting for the executive lead");
        });

        var link = await LinkToSignAsync(app);
        await walk.Visiting(async page =>
        {
            await page.Open(link);
            await walk.SignIn(page, Role.ExecutiveLead);
            await page.Shows(Cycle, "The gap by level");
            await page.IsSound();
            await page.FitsPaper();
            await SignAsync(page);
        });

        await walk.As(Role.Commissioner, async page =>
        {
            await page.Open("/Returns?Show=ToReview");
            await page.Page.GetByRole(AriaRole.Link, new() { NameRegex = new($"{DemoBorough.OwnAgency}.*{Cycle}") }).ClickAsync();
            await page.Press("Review");
            await page.IsSound();
            await page.Tick("Ask for changes");
            await page.Fill("Note to the agency", "Cost the release of staff");
            await page.Press("Continue");
            await page.Shows("Changes requested");
        });

        app.Clock.Advance(TimeSpan.FromMinutes(5));
        await walk.As(Role.TrainingLead, async page =>
        {
            await page.Open($"/Returns/{id}");
            await page.Shows("Cost the release of staff");
            await CostAsync(page, id, "Staff release", "30", "£1,200.50", "Asked of the partnership");
            await page.Shows("£36,015");
            await page.IsSound();
            await SendAsync(page, id);
        });
        link = await LinkToSignAsync(app);
        await walk.As(Role.ExecutiveLead, async page =>
        {
            await page.Open(link);
            await SignAsync(page);
        });

        await walk.As(Role.Commissioner, async page =>
        {
            await page.Open($"/Returns/{id}/Review");
            await page.Tick("Accept it");
            await page.Press("Continue");
            await page.Shows("Accepted");
            await page.Open("/BoroughGap");
            await page.Shows(DemoBorough.OwnAgency, "£36,015");
            await page.IsSound();
            await EvaluateAsync(page);
        });
        Assert.Null(await FlagAsync(app));
    }

    /// <summary>The lead confirms, plans and costs while a colleague answers the questions: neither loses anything.</summary>
    private static async Task WriteTogetherAsync(BrowserPage lead, BrowserPage helper, Id<AgencyReturn> id, DateOnly today)
    {
        await helper.Open($"/Returns/{id}");
        await helper.Follow("Questions");
        await helper.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Answer") }).First.ClickAsync();
        await helper.Page.Locator("footer").First.WaitForAsync();
        await AnswerAsync(helper);
        await helper.IsSound();
        await lead.Open($"/Returns/{id}/People");
        await lead.IsSound();
        await lead.Press("Confirm all figures");
        await lead.Shows("Figures confirmed");
        while (!helper.Page.Url.EndsWith("/Questions", StringComparison.Ordinal)) await AnswerAsync(helper);
        await helper.Shows("Every question is answered");
        await lead.Open($"/Returns/{id}/Actions");
        await lead.Press("Add an action");
        foreach (var gap in await lead.Page.GetByRole(AriaRole.Checkbox).AllAsync()) await gap.CheckAsync();
        await lead.Tick("Places on a course");
        await lead.Fill("Owner", "Head of housing");
        await FillDay(lead, "By when?", today.AddMonths(6));
        await lead.IsSound();
        await lead.Press("Save");
        await CostAsync(lead, id, "Provider fee", "4", "70", "Our own budget");
    }

    /// <summary>The address in the newest message that asks the executive lead to sign.</summary>
    private static async Task<string> LinkToSignAsync(PortalApp app)
    {
        while (await app.In<SendOutboxJob, string?>(job => job.RunAsync(CancellationToken.None)) is not null) { }
        var message = app.Mail().Last(m => m.Subject == "A return for you to sign" && m.To.Contains(DemoPeople.Email[Role.ExecutiveLead]));
        return new Uri(SignLink().Match(message.PlainText).Value).PathAndQuery;
    }

    private static async Task<(Id<AgencyReturn> Id, string Colleague)> FindAsync(PortalApp app)
    {
        await using var db = app.Database.Open();
        var email = DemoPeople.Email[Role.Learner];
        return (await db.Returns
            .Where(a => db.Cycles.Any(c => c.Id == a.CycleId && c.Title == Cycle)
                && db.Agencies.Any(g => g.Id == a.AgencyId && g.Name == DemoBorough.OwnAgency))
            .Select(a => a.Id).SingleAsync(),
            await db.Users.Where(u => u.Email == email).Select(u => u.Name).SingleAsync());
    }

    /// <summary>The agency's open flag on returning its assessment; null when it is closed.</summary>
    private static async Task<Flag?> FlagAsync(PortalApp app)
    {
        await using var db = app.Database.Open();
        return await db.Flags.AsNoTracking()
            .SingleOrDefaultAsync(f => f.StandardCode == "S03" && f.ClosedOn == null
                && db.Agencies.Any(a => a.Id == f.AgencyId && a.Name == DemoBorough.OwnAgency));
    }

    [GeneratedRegex(@"https?://\S+/Sign\b")] private static partial Regex SignLink();
}
