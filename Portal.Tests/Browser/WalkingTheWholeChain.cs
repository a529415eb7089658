using Microsoft.EntityFrameworkCore;
using Portal.Data.Seeding;
using Portal.Features.Imports.Applying;
using Portal.Features.Imports.Comparing;
using Portal.Features.Reports;
using Portal.Mail;
using Portal.Tests.Support;

namespace Portal.Tests.Browser;

/// <summary>
/// The main job from end to end, as people do it: a staff list and its training history come in, the standing changes, the
/// report is approved and issued, and a board member reads and acknowledges it.
/// </summary>
public sealed class WalkingTheWholeChain(Support.Browser browser)
{
    private const string StaffList =
        "Employee number,Name,Work email,Job title,Start date\n"
            + "N-100,Noor Newcomer,noor.newcomer@brambleford.example,Receptionist,03/03/2025\n"
            + "N-101,,no.name@brambleford.example,Receptionist,03/03/2025\n";
    private const string History = "Employee number,Level,Date achieved,Course\nN-100,1,01/06/2026,Recognise and respond\n";

    [Theory]
    [InlineData(Screen.Wide, true)]
    [InlineData(Screen.Phone, true)]
    [InlineData(Screen.Wide, false)]
    public async Task From_a_staff_list_to_the_boards_inbox(Screen screen, bool script)
    {
        await using var app = (await PortalApp.CreateAsync()).Listen();
        await As(Role.TrainingLead, app, screen, script, async page =>
        {
            await Import(app, page, "Import a staff list", "staff.csv", StaffList, "No, only some people");
            await page.Shows("Import applied");
            await Import(app, page, "Import training history", "history.csv", History, "Yes, the system holds the proof");
            await page.Shows("Import applied");
            await page.Open("/Staff?search=Noor");
            await page.Follow("Noor Newcomer");
            await page.Shows("Level 1", "1 June 2029");
            await page.IsSound();
        });

        await As(Role.Commissioner, app, screen, script, async page =>
        {
            await page.Open("/Standards/Evaluate");
            await page.Press("Evaluate now");
            await page.Open("/Standards/Matrix");
            await page.IsSound();
            await page.Open("/Flags");
            await page.Page.Locator("main table a").First.ClickAsync();
            await page.Open("/Reports");
            await page.Page.GetByText("Check and approve edition").ClickAsync();
            await page.Press("Approve");
            await page.Tick("I have read this report and approve it for issue");
            await page.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { NameRegex = new("^Approve edition") }).ClickAsync();
            await page.Shows("approved");
            await page.IsSound();
        });

        var edition = await IssueAsync(app);
        var message = Assert.Single(
            app.Mail(), m => m.To.Contains(DemoPeople.Email[Role.BoardMember]) && m.PlainText.Contains(edition.Id.ToString()));
        Assert.StartsWith("Papers for the meeting on", message.Subject);

        await As(Role.BoardMember, app, screen, script, async page =>
        {
            await page.Open($"/Reports/{edition.Id}");
            await page.Shows("where recommended standards have not been followed");
            await page.IsSound();
            await page.Press("I have read this report");
            await page.Shows("You acknowledged this report on");
        });
        await As(Role.Commissioner, app, screen, script, async page =>
        {
            await page.Open($"/Reports/Deliveries/{edition.Id}");
            await page.Shows("Sent");
            await page.IsSound();
        });
    }

    private Task As(Role role, PortalApp app, Screen screen, bool script, Func<BrowserPage, Task> steps) =>
        browser.Walk(app.Address!, screen, async page =>
        {
            await page.Open("/Account/SignIn");
            await page.Fill("Email address", DemoPeople.Email[role]);
            await page.Fill("Password", DemoPeople.Password);
            await page.Press("Sign in");
            await page.Shows("Sign out");
            await steps(page);
        }, script);

    private static async Task Import(PortalApp app, BrowserPage page, string start, string name, string csv, string whole)
    {
        await page.Open("/Imports");
        await page.Press(start);
        await page.Upload("Choose a file", name, ImportDesk.Bytes(csv), "text/csv");
        await page.Press("Upload");
        await page.Shows("Which column is which?");
        await page.IsSound();
        await page.Tick(whole);
        await page.Press("Check the rows");
        await page.Shows("Checking the rows");
        await app.In<CheckImportsJob>(job => job.RunAsync(CancellationToken.None));
        await page.Page.ReloadAsync();
        await page.Shows("Check what would change");
        await page.IsSound();
        await page.Press("Apply 1 row");
        await page.Shows("Applying the import");
        await app.In<ApplyImportsJob>(job => job.RunAsync(CancellationToken.None));
        await page.Page.ReloadAsync();
    }

    /// <summary>The issue day comes: the timetable's jobs run.</summary>
    private static async Task<Edition> IssueAsync(PortalApp app)
    {
        await using var db = app.Database.Open();
        var edition = await db.Editions.AsNoTracking().SingleAsync(e => e.State == EditionState.Approved);
        app.Clock.Now = edition.IssueOn.ToDateTime(new(12, 0), DateTimeKind.Utc);
        await app.In<IssueEditionsJob>(job => job.RunAsync(CancellationToken.None));
        while (await app.In<SendOutboxJob, string?>(job => job.RunAsync(CancellationToken.None)) is not null) { }
        return edition;
    }
}
