using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Seeding;
using Portal.Tests.Support;

namespace Portal.Tests.Features;

/// <summary>Each task of the commissioner leads to where it is done, narrowed to what it counts, with the act there.</summary>
public sealed class DoingWhatHomeAsks : IAsyncLifetime
{
    private PortalApp app = null!;
    private FrontDoor commissioner = null!;

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync();
        commissioner = await app.SignedInAs(Role.Commissioner);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Staff_lists_out_of_date_are_asked_for_once_a_day()
    {
        var (task, list) = await TaskAsync("Ask for ", "staff list");
        list.Shows($"{Number(task)} agenc", "Without a staff list that is up to date");
        var ask = await list.Press("Ask for these staff lists");
        ask.Shows($"{Number(task)} staff list", "Who is asked", "What they are told");
        (await ask.Press(Button(ask))).Shows("on the way");
        Assert.NotEqual(0, await SentAsync("Please bring your staff list up to date"));
        var sent = await SentAsync("Please bring your staff list up to date");
        (await ask.Press(Button(ask))).Shows("Everybody was asked today already");
        Assert.Equal(sent, await SentAsync("Please bring your staff list up to date"));
    }

    [Fact]
    public async Task A_vacancy_is_filled_by_an_invitation_that_knows_the_agency_and_the_role()
    {
        var agency = await app.AgencyAsync(DemoBorough.OwnAgency);
        await EndAsync(Role.TrainingLead);
        var (task, list) = await TaskAsync("Fill ", "for a training lead");
        list.Shows($"{Number(task)} agenc", DemoBorough.OwnAgency);
        var invite = await list.Follow($"Invite a training lead of {DemoBorough.OwnAgency}");
        Assert.Equal(("Invite: training lead", DemoBorough.OwnAgency), (invite.All("h1").Single().TextContent, invite.Value("Agency")));
        invite = await (await commissioner.Open($"/Agencies/{agency.Id}")).Follow("Invite someone as Training lead");
        Assert.Equal(DemoBorough.OwnAgency, invite.Value("Agency"));
    }

    [Fact]
    public async Task A_late_return_is_asked_for_with_the_facts_filled_in()
    {
        var id = await app.In(async (PortalDb db) =>
        {
            var own = await db.Returns.SingleAsync(a => a.State == ReturnState.Draft && a.ExtensionReason != null
                && db.Agencies.Any(g => g.Id == a.AgencyId && g.Name == DemoBorough.OwnAgency));
            own.DueAt = app.Database.Clock.Now.AddDays(-2);
            await db.SaveAsync(Viewer.System(own.PartnershipId), "Prepared a test", default);
            return own.Id;
        });
        var (_, list) = await TaskAsync("Ask for ", "late");
        var all = await list.Shows(DemoBorough.OwnAgency).Press("Ask for these returns");
        all.Shows(DemoBorough.OwnAgency, "was due by", "has not been sent");
        var one = await (await commissioner.Open($"/Returns/{id}")).DoesNotShow("You can still send it").Press("Ask for it");
        one.Shows("1 return is late", DemoBorough.OwnAgency);
        (await one.Press(Button(one))).Shows("on the way");
        Assert.InRange(await SentAsync("The partnership asks for a return"), 1, 4);
        (await one.Press(Button(one))).Shows("Everybody was asked today already");
    }

    [Fact]
    public async Task A_report_is_prepared_where_the_task_leads()
    {
        await app.In(async (PortalDb db) =>
        {
            var today = app.Database.Clock.Today;
            var body = await db.Meetings.Where(m => m.Day > today && m.CancelledOn == null).OrderBy(m => m.Day).FirstAsync();
            db.Add(new Meeting
            {
                PartnershipId = body.PartnershipId, BodyId = body.BodyId, Day = body.Day.AddDays(-2), Starts = new(10, 0),
            });
            await db.SaveAsync(Viewer.System(body.PartnershipId), "Prepared a test", default);
        });
        var (_, page) = await TaskAsync("Prepare the report", "");
        (await page.Press(Words(page.All("main form button")[0].TextContent))).Shows("Draft prepared");
    }

    [Fact]
    public async Task Who_helps_is_named_to_those_who_are_signed_in_and_to_nobody_else()
    {
        var (commissioning, leading) = (DemoPeople.Email[Role.Commissioner], DemoPeople.Email[Role.TrainingLead]);
        (await app.SignedInAs(Role.Learner).Open("/Help")).Shows("Who can help", commissioning, leading);
        (await app.Visitor().Open("/Help")).DoesNotShow("Who can help", commissioning, leading);
        var agency = await app.AgencyAsync(DemoBorough.OwnAgency);
        (await commissioner.Open($"/Agencies/{agency.Id}")).Shows(leading);
    }

    /// <summary>A task on Home, by how its words begin and what else they say; and the page it leads to.</summary>
    private async Task<(string Words, WebPage Page)> TaskAsync(string begins, string says)
    {
        var link = (await commissioner.Open("/")).All("main a").First(a =>
            a.TextContent.Trim().StartsWith(begins, StringComparison.Ordinal) && a.TextContent.Contains(says, StringComparison.Ordinal));
        return (link.TextContent.Trim(), await commissioner.Open(link.GetAttribute("href")!));
    }

    private static string Number(string task) => task.Split(' ').First(w => w.All(char.IsDigit));

    private static string Button(WebPage page) => Words(page.All("main form button").Single().TextContent);

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private Task<int> SentAsync(string subject) => app.In((PortalDb db) => db.Outbox.CountAsync(m => m.Subject == subject));

    private Task EndAsync(Role role) => app.In(async (PortalDb db) =>
    {
        var member = await db.Memberships.SingleAsync(m => m.Role == role && m.Until == null
            && db.Users.Any(u => u.Id == m.UserId && u.Email == DemoPeople.Email[role]));
        member.End(app.Database.Clock.Today);
        await db.SaveAsync(Viewer.System(member.PartnershipId), "Prepared a test", default);
    });
}
