using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Seeding;
using Portal.Features.Reports.Sending;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Reports;

/// <summary>The newest issued edition of the fictional borough: two of three have acknowledged it.</summary>
public sealed class RemindingRecipients : IAsyncLifetime
{
    private PortalApp app = null!;
    private FrontDoor commissioner = null!;
    private Edition edition = null!;
    private int sent;
    private int waiting;

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync();
        commissioner = await app.SignedInAs(Role.Commissioner);
        edition = await app.In((PortalDb db) => db.Editions.AsNoTracking().Where(e => e.State == EditionState.Issued)
            .OrderByDescending(e => e.MeetingOn).FirstAsync());
        (sent, waiting) = await app.In(async (PortalDb db) => (
            await db.EditionRecipients.CountAsync(r => r.EditionId == edition.Id),
            await db.EditionRecipients.CountAsync(r => r.EditionId == edition.Id && r.AcknowledgedAt == null)));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Where_it_stands_is_a_sentence_and_the_others_are_reminded_once_a_day()
    {
        Assert.InRange(waiting, 1, sent - 1);
        var list = await commissioner.Open($"/Reports/Deliveries/{edition.Id}");
        list.Shows($"{sent - waiting} of {sent} have acknowledged edition {edition.Number}.");
        var preview = await list.Follow($"Remind the other {waiting}");
        preview.Shows($"Papers for the meeting on {Words.Day(edition.MeetingOn)}: please acknowledge",
            $"This message goes to {Words.Count(waiting, "person", "people")}");
        Assert.Equal(0, await RemindersAsync());

        var button = $"Remind {Words.Count(waiting, "person", "people")}";
        var done = await preview.Press(button);
        done.Shows($"{Words.Count(waiting, "reminder")} sent", $"reminded {Words.Count(waiting, "person", "people")} on",
            "Another reminder can go tomorrow").DoesNotShow("Remind the other");
        (await preview.Press(button)).Answers(HttpStatusCode.BadRequest).Shows("A reminder of this report has gone out today");
        Assert.Equal(waiting, await RemindersAsync());

        app.Clock.Advance(TimeSpan.FromDays(1));
        commissioner = await app.SignedInAs(Role.Commissioner);
        await (await commissioner.Open($"/Reports/Remind/{edition.Id}")).Press(button);
        Assert.Equal(2 * waiting, await RemindersAsync());
    }

    [Fact]
    public async Task Who_has_left_is_not_written_to_and_the_page_says_so()
    {
        await app.In(async (PortalDb db) =>
        {
            var left = await db.EditionRecipients.Where(r => r.EditionId == edition.Id && r.AcknowledgedAt == null).OrderBy(r => r.Id)
                .FirstAsync();
            foreach (var membership in await db.Memberships.Where(m => m.UserId == left.UserId && m.Until == null).ToListAsync())
                membership.End(DateOnly.FromDateTime(app.Clock.Now));
            await db.SaveAsync(Viewer.System(edition.PartnershipId), "Prepared a test", default);
        });
        var list = await commissioner.Open($"/Reports/Deliveries/{edition.Id}");
        list.Shows("1 of them is no longer in a role that acknowledges reports");
        if (waiting > 1) list.Shows($"Remind the other {waiting - 1}");
    }

    [Fact]
    public async Task The_link_leads_someone_in_two_roles_to_the_report_whichever_is_active()
    {
        var email = DemoPeople.Email[Role.Learner];
        await app.In(async (PortalDb db) =>
        {
            var user = await db.Users.SingleAsync(u => u.Email == email);
            var today = DateOnly.FromDateTime(app.Clock.Now);
            db.Add(new Membership
            {
                PartnershipId = edition.PartnershipId, UserId = user.Id, Role = Role.BoardMember, BodyId = edition.BodyId, From = today,
                CheckedOn = today,
            });
            db.Add(new EditionRecipient
            {
                PartnershipId = edition.PartnershipId, EditionId = edition.Id, UserId = user.Id, Name = user.Name, Office = "Board member",
                MailKey = "test",
            });
            await db.SaveAsync(Viewer.System(edition.PartnershipId), "Prepared a test", default);
        });
        var learner = await app.SignedInAs(Role.Learner);
        var link = await learner.Open($"/Reports/{edition.Id}");
        var choose = link.Path == "/Account/ActingAs" ? link : await link.Follow("Open it for another of your roles");
        var board = choose.All("label").Select(l => l.TextContent.Trim())
            .First(l => l.StartsWith("Board member", StringComparison.Ordinal));
        var report = await choose.Tick(board).Press("Continue");
        Assert.Equal($"/Reports/{edition.Id}", report.Path);
        (await report.Press("I have read this report")).Shows("You have acknowledged this report");
    }

    private Task<int> RemindersAsync() => app.In((PortalDb db) => db.Outbox.CountAsync(m => m.Kind == nameof(EditionReminderMail)));
}
