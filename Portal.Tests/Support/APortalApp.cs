using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Tests.Support;

public class APortalApp
{
    [Fact]
    public async Task Has_the_borough_a_clock_and_a_person_for_each_role()
    {
        await using var app = await PortalApp.CreateAsync();

        (await app.SignedInAs(Role.BoardMember).Open("/")).Answers(HttpStatusCode.OK).Shows("Sign out");
        Assert.Equal(27, await app.In((PortalDb db) => db.Agencies.CountAsync()));
        Assert.Equal(app.Clock.Now, await app.In((UkClock clock) => Task.FromResult(clock.Now)));
    }

    [Fact]
    public async Task Begins_in_production_with_the_defaults_and_nobody()
    {
        await using var app = await PortalApp.InProductionAsync();

        (await app.Visitor().Open("/")).Shows("Sign in").DoesNotShow("Look around as someone else");
        Assert.Equal(0, await app.In((PortalDb db) => db.Users.CountAsync()));
        Assert.Equal(20, await app.In((PortalDb db) => db.Standards.CountAsync()));
    }

    [Fact]
    public async Task Keeps_the_rows_a_test_gives_it()
    {
        await using var app = await PortalApp.CreateAsync();
        var partnership = await app.Has(Given.Partnership());
        var phase = await app.Has(Given.Phase(partnership));
        var agency = await app.Has(Given.Agency(phase), Given.Body(partnership));

        Assert.True(await app.In((PortalDb db) => db.Agencies.AnyAsync(a => a.Id == agency.Id && a.PhaseId == phase.Id)));
    }

    [Fact]
    public async Task Reads_the_mail_in_its_folder()
    {
        await using var app = await PortalApp.CreateAsync();
        await File.WriteAllTextAsync(
            Path.Combine(app.MailFolder.FullName, "1.eml"), "Subject: Hello\r\nTo: lead@example.org\r\n\r\nGood morning\r\n");
        Assert.Equal("Good morning", Assert.Single(app.Mail()).PlainText);
    }
}
