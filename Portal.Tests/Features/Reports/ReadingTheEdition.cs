using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Seeding;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Reports;

/// <summary>The newest issued edition of the fictional borough, as its readers open it.</summary>
public sealed class ReadingTheEdition : IAsyncLifetime
{
    private PortalApp app = null!;
    private Edition edition = null!;

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync();
        edition = await app.In((PortalDb db) => db.Editions.AsNoTracking().Where(e => e.State == EditionState.Issued)
            .OrderByDescending(e => e.MeetingOn).FirstAsync());
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_board_member_reads_what_was_returned_and_what_closing_the_gaps_costs()
    {
        var costs = edition.Read().Costs!;
        var page = await (await app.SignedInAs(Role.BoardMember)).Open($"/Reports/{edition.Id}");
        page.Answers(HttpStatusCode.OK)
            .Shows("asked for a skill-gap assessment", "8. Commissioning", "9. Courses", "10. Cost of closing the gaps",
                $"The cost to close identified gaps is {costs.Total}",
                "Partnership opening budget", "£10,000", "11. About these figures");
        Assert.Equal("H1", page.All("main :is(h1, h2, h3)")[0].TagName);
    }

    [Fact]
    public async Task An_agencys_people_read_nothing_of_what_others_cost()
    {
        var page = await (await app.SignedInAs(Role.TrainingLead)).Open($"/Reports/{edition.Id}");
        page.Answers(HttpStatusCode.OK).Shows("asked for a skill-gap assessment", "8. About these figures")
            .DoesNotShow("Cost of closing the gaps", "Funding ledger");
    }

    [Fact]
    public async Task Someone_who_also_sits_on_the_board_gets_to_acknowledging_by_one_button_or_from_home()
    {
        await SendToExecutiveLeadAsync(alsoOnTheBoard: true);
        const string button = "You also sit on the board: read the full report and acknowledge it as board member";
        var lead = await app.SignedInAs(Role.ExecutiveLead);
        var asked = await lead.Open($"/Reports/{edition.Id}");
        asked.Shows("You see your own agency’s entry", button).DoesNotShow("I have read this report");

        var task = (await lead.Open("/")).All("main a")
            .First(a => a.TextContent.Contains("acknowledge it as board member", StringComparison.Ordinal));
        var chosen = await (await lead.Open(task.GetAttribute("href")!)).Press("Continue");
        Assert.Equal($"/Reports/{edition.Id}", chosen.Path);
        chosen.Shows("acting as board member", "I have read this report");

        // Back to the agency, and the same by the button on the report itself.
        await (await lead.Open("/Account/ActingAs")).Tick($"Executive lead, {DemoBorough.OwnAgency}").Press("Continue");
        var full = await (await lead.Open($"/Reports/{edition.Id}")).Press(button);
        full.Answers(HttpStatusCode.OK).Shows("acting as board member").DoesNotShow("You see your own agency’s entry");
        (await full.Press("I have read this report")).Shows("You have acknowledged this report");

        await (await lead.Open("/Account/ActingAs")).Tick($"Executive lead, {DemoBorough.OwnAgency}").Press("Continue");
        (await lead.Open("/")).DoesNotShow("acknowledge it as board member");
        (await lead.Open($"/Reports/{edition.Id}")).Shows("You acknowledged this report on").DoesNotShow(button);
    }

    [Fact]
    public async Task Someone_who_has_left_the_board_is_shown_no_button_that_would_refuse_them()
    {
        await SendToExecutiveLeadAsync(alsoOnTheBoard: false);
        var lead = await app.SignedInAs(Role.ExecutiveLead);
        (await lead.Open($"/Reports/{edition.Id}")).Answers(HttpStatusCode.OK).DoesNotShow("I have read this report", "acknowledge it as");
        (await lead.Open("/")).DoesNotShow("acknowledge it as");
    }

    [Fact]
    public async Task Only_opening_the_edition_itself_counts_as_reading_it()
    {
        await app.In(async (PortalDb db) =>
        {
            var user = await db.Users.SingleAsync(u => u.Email == DemoPeople.Email[Role.Commissioner]);
            db.RemoveRange(await db.EditionRecipients.Where(r => r.EditionId == edition.Id && r.UserId == user.Id).ToListAsync());
            db.Add(new EditionRecipient
            {
                PartnershipId = edition.PartnershipId, EditionId = edition.Id, UserId = user.Id, Name = user.Name, Office = "Commissioner",
                MailKey = "test",
            });
            await db.SaveAsync(Viewer.System(edition.PartnershipId), "Prepared a test", default);
        });
        var commissioner = await app.SignedInAs(Role.Commissioner);
        foreach (var page in new[] { "Approve", "Commentary", "Correct", "Deliveries" })
            (await commissioner.Open($"/Reports/{page}/{edition.Id}")).Answers(HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.OK, (await commissioner.Fetch($"/Reports/Download/{edition.Id}?format=csv")).Status);
        Assert.Null(await ReadAtAsync());

        await commissioner.Open($"/Reports/{edition.Id}");
        Assert.Equal(app.Clock.Now, await ReadAtAsync());

        Task<DateTime?> ReadAtAsync() => app.In((PortalDb db) => db.EditionRecipients
            .Where(r => r.EditionId == edition.Id && r.Office == "Commissioner" && r.MailKey == "test").Select(r => r.ReadAt)
            .SingleAsync());
    }

    /// <summary>The executive lead was sent the edition, and is on the board still or no more.</summary>
    private Task SendToExecutiveLeadAsync(bool alsoOnTheBoard) => app.In(async (PortalDb db) =>
    {
        var user = await db.Users.SingleAsync(u => u.Email == DemoPeople.Email[Role.ExecutiveLead]);
        var today = DateOnly.FromDateTime(app.Clock.Now);
        var others = db.Memberships.Where(m => m.UserId == user.Id && m.Role != Role.ExecutiveLead && m.Until == null);
        foreach (var other in await others.ToListAsync()) other.End(today);
        if (alsoOnTheBoard)
            db.Add(new Membership
            {
                PartnershipId = edition.PartnershipId, UserId = user.Id, Role = Role.BoardMember, BodyId = edition.BodyId,
                From = today, CheckedOn = today,
            });
        db.RemoveRange(await db.EditionRecipients.Where(r => r.EditionId == edition.Id && r.UserId == user.Id).ToListAsync());
        db.Add(new EditionRecipient
        {
            PartnershipId = edition.PartnershipId, EditionId = edition.Id, UserId = user.Id, Name = user.Name,
            Office = "Board member", MailKey = "test",
        });
        await db.SaveAsync(Viewer.System(edition.PartnershipId), "Prepared a test", default);
    });

    [Fact]
    public async Task An_agency_has_a_row_of_its_own_so_that_its_cost_and_people_are_summed_once()
    {
        var member = await app.SignedInAs(Role.BoardMember);
        var book = (await member.Fetch($"/Reports/Download/{edition.Id}?format=xlsx")).Bytes;
        var (flags, agencies) = (DownloadedSheet.OfWorkbook(book, "Flags"), DownloadedSheet.OfWorkbook(book, "Agencies"));
        var content = edition.Read();
        Assert.DoesNotContain(flags[0].Keys, k => k.Contains('£') || k.StartsWith("People", StringComparison.Ordinal));
        Assert.Equal(content.Flags.Count(), flags.Count);
        Assert.Equal(content.Agencies.Sum(a => a.Cost?.Cost.Pence ?? 0) / 100m, agencies.Sum(a => Number(a["Cost of closing the gap £"])));
        Assert.Equal(content.Agencies.Sum(a => a.Cost?.People ?? 0), agencies.Sum(a => Number(a["People"])));
        Assert.Equal(content.Recommendations, DownloadedSheet.OfWorkbook(book, "Recommendations").Select(r => r["The board is asked"]));
        (await member.Open($"/Reports/Download/{edition.Id}?format=agencies-csv"))
            .Shows("Skill-gap assessment", "Cost of closing the gap £");
    }

    [Fact]
    public async Task The_costs_name_the_agencies_whose_cost_is_unknown()
    {
        var costs = edition.Read().Costs!;
        Assert.Equal(costs.InScope - costs.Signed, costs.Unknown!.Count);
        var rows = DownloadedSheet.OfWorkbook(
            (await (await app.SignedInAs(Role.BoardMember)).Fetch($"/Reports/Download/{edition.Id}?format=costs-xlsx")).Bytes);
        Assert.Equal(costs.InScope, rows.Count);
        Assert.Equal(costs.Unknown, rows.Where(r => r["Cost of closing the gap £"] == "").Select(r => r["Agency"]));
        Assert.True(costs.Unknown.Count > 0);
    }

    private static decimal Number(string words) =>
        words == "" ? 0 : decimal.Parse(words, System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task The_costs_are_a_file_too_for_those_who_read_them()
    {
        var cost = edition.Read().Costs!.Agencies[0];
        (await (await (await app.SignedInAs(Role.BoardMember)).Open($"/Reports/{edition.Id}")).Follow("Costs as CSV"))
            .Answers(HttpStatusCode.OK).Shows("No source £", cost.Agency);
        (await (await app.SignedInAs(Role.TrainingLead)).Open($"/Reports/Download/{edition.Id}?format=costs-csv"))
            .Answers(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_flag_about_a_return_leads_to_it_for_those_who_may_open_it()
    {
        var flag = await app.In((PortalDb db) => db.Flags.AsNoTracking().Where(f => f.StandardCode == "S04" && f.ClosedOn == null)
            .FirstAsync());
        var page = await (await app.SignedInAs(Role.Commissioner)).Open($"/Flags/{flag.Id}");
        page.Shows("the skill-gap assessment was due on", "Gaps that fall short", "Counted from the agency’s skill-gap assessment");
        (await page.Follow("Open the return")).Answers(HttpStatusCode.OK).Shows("skill-gap assessment");
        (await (await app.SignedInAs(Role.BoardMember)).Open($"/Flags/{flag.Id}")).Shows("the skill-gap assessment was due on")
            .DoesNotShow("Open the return", "Gaps that fall short");
    }
}
