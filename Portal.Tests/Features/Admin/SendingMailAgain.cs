using System.Net;
using Portal.Data.Outbox;
using Portal.Mail;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Admin;

public sealed class SendingMailAgain : IAsyncLifetime
{
    private PortalApp app = null!;
    private FrontDoor administrator = null!;

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync();
        administrator = await app.SignedInAs(Role.SystemAdministrator);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task What_the_mail_server_refused_goes_out_at_the_press_of_a_button()
    {
        await Failed("The report");
        var page = await (await administrator.Open("/Admin/Mail?state=Failed")).Follow("The report");
        page = await page.Shows("Could not be delivered", "The mail server said", "550 No such person").Press("Send again");
        page.Shows("The message is on its way again", "Waiting");
        Assert.Empty(page.All("main form"));

        await app.In<SendOutboxJob>(job => job.RunAsync(CancellationToken.None));
        Assert.Single(app.Mail(), m => m.Subject == "The report");
        (await administrator.Open(page.Path)).Shows("Sent", "Once");
    }

    [Fact]
    public async Task Two_who_press_at_once_send_it_once()
    {
        await Failed("The report");
        var first = await (await administrator.Open("/Admin/Mail?state=Failed")).Follow("The report");
        var second = await administrator.Open(first.Path);
        await first.Press("Send again");
        (await second.Press("Send again")).Answers(HttpStatusCode.BadRequest)
            .Shows("There is a problem", "Only a message that could not be delivered can be sent again");
    }

    [Fact]
    public async Task A_text_that_is_no_longer_kept_cannot_be_sent()
    {
        await Failed("The report", text: "");
        var page = await (await administrator.Open("/Admin/Mail?state=Failed")).Follow("The report");
        (await page.Press("Send again")).Answers(HttpStatusCode.BadRequest)
            .Shows("The text of this message is no longer kept, so it cannot be sent again");
    }

    private async Task Failed(string subject, string text = "Hello")
    {
        await using var db = app.Database.Open();
        var mail = new OutboxMail
        {
            PartnershipId = db.Partnerships.Single().Id, Kind = "Test", Key = subject, ToAddress = "nobody@brambleford.example",
            ToName = "Nobody",
            Subject = subject, Html = text, Text = text, QueuedAt = app.Clock.Now, NextAttemptAt = app.Clock.Now,
        };
        mail.Fail("550 No such person", app.Clock.Now);
        await app.Has(mail);
    }
}
