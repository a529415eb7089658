using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Seeding;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Standards;

/// <summary>The page of a flag says whom to speak to, asks them, keeps what was said, and can be printed whole.</summary>
public sealed class TalkingAboutAFlag : IAsyncLifetime
{
    private PortalApp app = null!;
    private FrontDoor commissioner = null!;
    private Flag flag = null!;

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync();
        commissioner = await app.SignedInAs(Role.Commissioner);
        flag = await app.In((PortalDb db) => db.Flags.AsNoTracking()
            .Where(f => f.ClosedOn == null && db.Agencies.Any(a => a.Id == f.AgencyId && a.Name == DemoBorough.OwnAgency))
            .OrderBy(f => f.Id).FirstAsync());
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_leads_of_the_agency_are_named_and_asked_with_the_facts_once_a_day()
    {
        var page = await commissioner.Open($"/Flags/{flag.Id}");
        page.Shows("Who to speak to", DemoPeople.Email[Role.TrainingLead], DemoPeople.Email[Role.ExecutiveLead]);
        var ask = await page.Press("Ask the agency about it");
        var lead = await app.NameOfAsync(Role.TrainingLead);
        ask.Shows(lead, $"{DemoBorough.OwnAgency} has not followed the standard", "What would clear it:");
        var button = ask.All("form button").Select(b => b.TextContent.Trim()).Single(b => b.StartsWith("Send ", StringComparison.Ordinal));
        var sent = await ask.Fill("Your own words (optional)", "When is the next course?").Press(button);
        sent.Shows("on the way", "The agency was asked", $"Asked {lead}", "When is the next course?");
        var mail = await app.In((PortalDb db) => db.Outbox.OrderByDescending(m => m.Id).FirstAsync());
        Assert.Equal($"The partnership asks about the flag {flag.Reference}", mail.Subject);
        Assert.Contains("When is the next course?", mail.Text);
        Assert.Contains(DemoBorough.OwnAgency, mail.Text);
        Assert.Contains($"/Flags/{flag.Id}", mail.Text);
        var again = await commissioner.Open($"/Flags/{flag.Id}/Ask");
        (await again.Press(button)).Shows("Everybody was asked today already");
        Assert.Equal(1, await app.In((PortalDb db) =>
            db.Set<FlagEvent>().CountAsync(e => e.FlagId == flag.Id && e.Step == FlagStep.Asked)));
    }

    [Fact]
    public async Task A_note_is_kept_for_the_commissioner_and_the_agency_and_not_for_the_board()
    {
        var write = await (await commissioner.Open($"/Flags/{flag.Id}")).Press("Write a note");
        (await write.Press("Keep the note")).Shows("Enter a note");
        (await write.Fill("Note", "They wait for a trainer").Press("Keep the note")).Shows("Note kept", "They wait for a trainer");
        (await app.SignedInAs(Role.TrainingLead).Open($"/Flags/{flag.Id}"))
            .Shows("They wait for a trainer", await app.NameOfAsync(Role.Commissioner)).DoesNotShow("Write a note");
        foreach (var role in new[] { Role.BoardMember, Role.Auditor })
            (await app.SignedInAs(role).Open($"/Flags/{flag.Id}")).Shows("Who to speak to").DoesNotShow("They wait for a trainer");
        (await app.SignedInAs(Role.TrainingLead).Open($"/Flags/{flag.Id}/Note")).Answers(HttpStatusCode.Forbidden);
        Assert.Equal(1, await app.In((PortalDb db) =>
            db.AuditEntries.CountAsync(e => e.What == $"Wrote a note on the flag {flag.Reference}" && e.AgencyId == flag.AgencyId)));
    }

    [Fact]
    public async Task How_it_has_moved_is_drawn_from_the_day_it_was_first_seen()
    {
        var moved = await app.In((PortalDb db) => db.Flags.AsNoTracking().Where(f => f.ClosedOn == null && f.Level > 0)
            .OrderByDescending(f => db.StandardResults.Count(r => r.AgencyId == f.AgencyId && r.StandardCode == f.StandardCode
                && r.Level == f.Level && (r.Until == null || r.Until > f.FirstSeenOn))).ThenBy(f => f.Id).FirstAsync());
        var plot = (await commissioner.Open($"/Flags/{moved.Id}")).Shows("How it has moved since the flag was first seen")
            .All("table.app-dot-plot");
        var rows = Assert.Single(plot).QuerySelectorAll("tbody tr");
        Assert.True(rows.Length > 1);
        Assert.Equal(Words.Day(moved.FirstSeenOn), rows[^1].QuerySelector("th, td")!.TextContent.Trim());
        Assert.Contains(rows, r => r.QuerySelector("circle") is not null);
    }

    [Fact]
    public async Task Everyone_behind_it_is_on_paper_and_a_page_of_them_on_the_screen()
    {
        WebPage? page = null;
        foreach (var id in await app.In((PortalDb db) => db.Flags.Where(f => f.ClosedOn == null && f.Level > 0).OrderBy(f => f.Id)
            .Select(f => f.Id).ToListAsync()))
            if ((page = await commissioner.Open($"/Flags/{id}")).All(".app-print-only table").Count > 0) break;
        var count = int.Parse(
            page!.All("main p").Select(p => p.TextContent).First(t => t.Contains("on the staff list today")).Trim().Split(' ')[0]);
        Assert.Equal((Page<int>.Size, count),
            (page.All(".app-no-print tbody tr").Count, page.All(".app-print-only tbody tr").Count));
        (await app.SignedInAs(Role.BoardMember).Open(page.Path)).DoesNotShow("on the staff list today");
    }
}
