using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Account;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Account;

public sealed class ReplacingASecondFactor : WithASecondFactor
{
    [Fact]
    public async Task Tells_its_owner_of_every_change()
    {
        var (key, codes) = await SetUp();
        await EnterAsync(codes[0]);
        var door = App.Visitor();
        await EnterAsync(Accounts.CodeFor(key, later: 1), door);
        var page = await StartAgainAsync(door, Accounts.Password, Accounts.CodeFor(key, later: 2));
        await page.Fill("Code that the app shows now", Accounts.CodeFor(page.All(".app-key")[0].TextContent)).Press("Turn on");
        var sent = await App.In((PortalDb db) => db.Outbox.Where(m => m.ToAddress == Email).OrderBy(m => m.Id).Select(m => m.Text)
            .ToListAsync());
        Assert.Collection(sent, m => Assert.Contains("was turned on", m), m => Assert.Contains("recovery codes was used", m),
            m => Assert.Contains("in place of yours", m));
    }

    [Fact]
    public async Task Is_not_what_somebody_began_before_the_password_changed()
    {
        var door = App.Visitor();
        await PortalApp.SignIn(door, Email, Accounts.Password);
        await (await door.Open("/Account/SecondFactor")).Press("Begin");
        await (await door.Open("/Account/ChangePassword")).Fill("Current password", Accounts.Password)
            .Fill("New password", "quite another set of words").Press("Save");
        Assert.Empty((await door.Open("/Account/SecondFactor")).Shows("Begin").All(".app-key"));
    }

    [Fact]
    public async Task Is_set_up_again_for_a_new_phone_with_the_password_and_a_code()
    {
        var (key, codes) = await SetUp();
        var door = App.Visitor();
        await EnterAsync(Accounts.CodeFor(key, later: 1), door);
        (await StartAgainAsync(door, "wrong wrong wrong", codes[1])).Answers(HttpStatusCode.BadRequest).Shows("Your password is not right");
        (await StartAgainAsync(door, Accounts.Password, "")).Answers(HttpStatusCode.BadRequest).Shows("Enter a code");
        (await StartAgainAsync(door, Accounts.Password, Accounts.CodeFor(key, later: 1))).Answers(HttpStatusCode.BadRequest)
            .Shows(OwnCode.Sentence);
        var page = await StartAgainAsync(door, Accounts.Password, codes[0]);
        var another = page.Shows("Set up a second factor").All(".app-key")[0].TextContent;
        Assert.NotEqual(key, another);
        // The old one goes on until the new one is shown to work.
        (await EnterAsync(Accounts.CodeFor(key, later: 2))).Shows("acting as auditor");
        await page.Fill("Code that the app shows now", Accounts.CodeFor(another)).Press("Turn on");
        (await EnterAsync(Accounts.CodeFor(another, later: 1))).Shows("acting as auditor");
        (await EnterAsync(codes[2])).Answers(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Is_not_replaced_by_who_tries_codes_at_someone_elses_desk()
    {
        var (key, _) = await SetUp();
        var door = App.Visitor();
        await EnterAsync(Accounts.CodeFor(key, later: 1), door);
        for (var attempt = 0; attempt < 4; attempt++) await StartAgainAsync(door, Accounts.Password, "000000");
        (await StartAgainAsync(door, Accounts.Password, "000000")).Answers(HttpStatusCode.BadRequest)
            .Shows("That was the fifth wrong code. You are signed out everywhere");
        Assert.Equal("/Account/SignIn", (await door.Open("/Account/SecondFactor")).Path);
    }
}
