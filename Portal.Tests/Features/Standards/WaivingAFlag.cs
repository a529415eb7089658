using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Components;
using Portal.Data;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Standards;

/// <summary>The commissioner waives a flag for a time and a reason that everybody reads; the agency answers for it.</summary>
public sealed class WaivingAFlag : IAsyncLifetime
{
    private const string Reason = "Its trainer is ill; a new one begins in the new year";

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

    private DateOnly Until => app.Database.Clock.Today.AddDays(90);

    [Fact]
    public async Task It_stays_open_and_says_so_wherever_it_stands_until_its_day_is_over()
    {
        var waive = await (await commissioner.Open($"/Flags/{flag.Id}")).Press("Waive it for a time");
        (await waive.Press("Waive the flag")).Shows("Enter the last day of the waiver", "Enter a reason");
        (await Waiving(waive, app.Database.Clock.Today)).Shows("The waiver must end after today", Reason);
        (await Waiving(waive, app.Database.Clock.Today.AddDays(184))).Shows("A waiver lasts half a year at most");
        var said = $"Waived until {Until.Words()}";
        (await Waiving(waive, Until)).Shows(said, Reason, "Change the waiver");

        foreach (var role in new[] { Role.BoardMember, Role.TrainingLead, Role.Auditor })
        {
            var door = await app.SignedInAs(role);
            (await door.Open($"/Flags/{flag.Id}")).Shows(said, Reason).DoesNotShow("Waive it for a time", "Change the waiver");
            (await door.Open("/Flags?Waived=true")).Shows("1 flag", "Waived for a time", flag.Reference);
        }
        (await commissioner.Open($"/Flags?Search={flag.Reference}")).Shows("1 flag");
        Assert.Contains($"{Until:yyyy-MM-dd}", (await commissioner.Open("/Flags/File/csv?Waived=true")).Text);

        app.Database.Time.Advance(TimeSpan.FromDays(91));
        commissioner = await app.SignedInAs(Role.Commissioner);
        (await commissioner.Open($"/Flags/{flag.Id}")).DoesNotShow($"{said} by").Shows("Waive it for a time");
        (await commissioner.Open("/Flags?Waived=true")).Shows("No open flags");
    }

    [Fact]
    public async Task It_can_be_ended_before()
    {
        var waived = await Waiving(await commissioner.Open($"/Flags/{flag.Id}/Waive"), Until);
        (await (await waived.Press("Change the waiver")).Press("End the waiver today")).Shows("The waiver has ended", "Waiver ended");
        (await commissioner.Open($"/Flags/{flag.Id}/Waive")).DoesNotShow("End the waiver today");
    }

    [Fact]
    public async Task The_agency_answers_and_the_commissioner_is_told_the_board_is_not()
    {
        var lead = await app.SignedInAs(Role.TrainingLead);
        var answer = await (await lead.Open($"/Flags/{flag.Id}")).Press("Answer about it");
        answer.Shows("has not followed the standard", "What would clear it");
        (await answer.Press("Send the answer")).Shows("Enter your answer");
        (await answer.Fill("What does your agency do about it?", "Twelve have places in June").Press("Send the answer"))
            .Shows("The commissioner is told", "The agency answered", "Twelve have places in June");
        var mail = await app.In((PortalDb db) => db.Outbox.OrderByDescending(m => m.Id).FirstAsync());
        Assert.Equal($"{DemoBorough.OwnAgency} answers about the flag {flag.Reference}", mail.Subject);
        Assert.Contains("Twelve have places in June", mail.Text);
        (await commissioner.Open($"/Flags/{flag.Id}")).Shows("Twelve have places in June").DoesNotShow("Answer about it");
        (await app.SignedInAs(Role.BoardMember).Open($"/Flags/{flag.Id}")).DoesNotShow("Twelve have places in June", "Answer about it");
        (await app.SignedInAs(Role.BoardMember).Open($"/Flags/{flag.Id}/Answer")).Answers(HttpStatusCode.Forbidden);
        var elsewhere = await app.In((PortalDb db) => db.Flags.Where(f => f.AgencyId != flag.AgencyId).Select(f => f.Id).FirstAsync());
        (await lead.Open($"/Flags/{elsewhere}/Answer")).Answers(HttpStatusCode.NotFound);
    }

    private static Task<WebPage> Waiving(WebPage page, DateOnly until) => page.Fill("Day", $"{until.Day}").Fill("Month", $"{until.Month}")
        .Fill("Year", $"{until.Year}").Fill("Reason", Reason).Press("Waive the flag");
}
