using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Portal.Data;
using Portal.Tests.Support;
using static Portal.Tests.Browser.ReturnSteps;

namespace Portal.Tests.Browser;

/// <summary>
/// From the gap that somebody’s Home shows to the flag that clears: a place is booked, waited for, given back, offered, taken and passed
/// on; the register is marked on a phone; the certificate is printed and asked about by a stranger; and the evaluation closes the flag.
/// </summary>
public sealed partial class TakingACourse(Support.Browser browser)
{
    private const string Title = "Ask, listen and act";
    private static readonly DateOnly Day = new(2026, 11, 20);

    [Theory]
    [InlineData(Screen.Wide, true)]
    [InlineData(Screen.Phone, true)]
    [InlineData(Screen.Wide, false)]
    public async Task From_a_gap_to_the_flag_that_clears(Screen screen, bool script)
    {
        await using var app = (await PortalApp.CreateAsync()).Listen();
        var run = await app.In<PortalDb, CourseRun>(DateAsync);
        var (learner, manager) = (await app.NameOfAsync(Role.Learner), await app.NameOfAsync(Role.LineManager));
        var walk = new WalksAtOnce(browser, app, screen, script);
        await walk.As(Role.Commissioner, EvaluateAsync);
        var flag = await app.In<PortalDb, Flag>(OpenFlagAsync);

        await walk.As(Role.Learner, async page =>
        {
            await page.Shows("Courses for you", "1 left");
            await page.IsSound();
            await page.Follow($"Book {Title}, Friday 20 November 2026, 9:30am to 4:30pm");
            await page.Shows("Check your booking");
            await page.IsSound();
            await page.Press("Book this place");
            await page.Shows("Your place is booked");
            await page.IsSound();
        });
        await walk.As(Role.LineManager, async page =>
        {
            await page.Open($"/Courses/Dates/{run.Id}");
            await page.IsSound();
            await page.Press("Join the waiting list");
            await page.Shows("You would be 1st on the waiting list");
            await page.Press("Join the waiting list");
            await page.Shows("You are 1st of 1");
            await page.IsSound();
        });
        await walk.As(Role.Learner, async page =>
        {
            await page.Follow(Title);
            await page.Follow("Cancel this booking");
            await page.IsSound();
            await page.Press("Cancel this booking");
            await page.Shows("Your booking is cancelled");
        });
        await walk.As(Role.LineManager, async page =>
        {
            await page.Follow($"Take or turn down the place on {Title}");
            await page.IsSound();
            await page.Press("Take this place");
            await page.Shows("Your place is booked");
        });
        await walk.As(Role.TrainingLead, async page =>
        {
            await page.Open($"/Flags/{flag.Id}");
            await page.IsSound();
            await page.Open("/Courses/Agency");
            await page.IsSound();
            await page.Follow(manager);
            await page.IsSound();
            await page.Press("Send a colleague instead");
            await page.IsSound();
            await page.Page.GetByLabel(new Regex($"^{Regex.Escape(learner)}")).CheckAsync();
            await page.Press("Pass this place on");
            await page.Shows($"{learner} goes in place of {manager}");
            await page.Open($"/Flags/{flag.Id}");
            await page.Shows("That can be enough");
        });

        app.Clock.Now = run.EndsAt.AddMinutes(10);
        // The register is marked where the course is given: on a phone.
        await new WalksAtOnce(browser, app, Screen.Phone, script).As(Role.TrainingAdministrator, async page =>
        {
            await page.Open($"/Courses/Dates/{run.Id}/Organise");
            await page.IsSound();
            await page.Follow("Register");
            await page.IsSound();
            await page.FitsPaper();
            await page.Page.GetByRole(AriaRole.Button, new() { NameRegex = new($"^Attended ?: {learner}$") }).ClickAsync();
            await page.Shows("1 of 1 person marked");
            await page.IsSound();
        });

        var code = "";
        await walk.As(Role.Learner, async page =>
        {
            await page.Open("/Courses/Places");
            await page.IsSound();
            await page.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("ertificate") }).First.ClickAsync();
            await page.Shows("Certificate of attendance", learner, Title);
            await page.IsSound();
            await page.FitsPaper();
            code = Code().Match(await page.Page.Locator("article").InnerTextAsync()).Value;
        });
        await walk.Visiting(async page =>
        {
            await page.Open("/Certificates");
            await page.Fill("Code on the certificate", code);
            await page.Press("Check");
            await page.Shows("This certificate is genuine", Title);
            Assert.Equal(0, await page.Page.GetByText(learner).CountAsync());
            await page.IsSound();
            await page.Fill("First letter of the holder’s surname (optional)", learner.Split(' ')[^1][..1]);
            await page.Press("Check");
            await page.Shows($"It was issued to {learner}");
            await page.IsSound();
        });
        await walk.As(Role.Commissioner, async page =>
        {
            await EvaluateAsync(page);
            await page.Open($"/Flags/{flag.Id}");
            await page.Shows("Closed");
            await page.IsSound();
        });
        Assert.Equal(FlagState.Closed, (await app.In((PortalDb db) => db.Flags.SingleAsync(f => f.Id == flag.Id))).State);
    }

    /// <summary>A date with one place, of a course that leads to every level.</summary>
    private static async Task<CourseRun> DateAsync(PortalDb db)
    {
        var partnership = await db.Partnerships.SingleAsync();
        var (provider, course) = BookingDesk.Course(partnership.Id, partnership.FrameworkCode, title: Title);
        course.Cover(partnership.FrameworkCode, [1, 2, 3, 4], []);
        var run = BookingDesk.Run(course, places: 1, day: Day, joining: "Ring at the side door");
        db.AddRange(provider, course, run);
        await db.SaveAsync(Viewer.System(partnership.Id), "Prepared a test", default);
        return run;
    }

    /// <summary>On staff at the level that the borough’s learner lacks: nobody else of the agency lacks it.</summary>
    private static Task<Flag> OpenFlagAsync(PortalDb db) => db.Flags.AsNoTracking().SingleAsync(f => f.Level == 2 && f.ClosedOn == null
        && db.Agencies.Any(a => a.Id == f.AgencyId && a.Name == DemoBorough.OwnAgency));

    [GeneratedRegex("[0-9A-Z]{4}(-[0-9A-Z]{4}){3}")] private static partial Regex Code();
}
