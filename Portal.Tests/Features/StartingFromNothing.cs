using Portal.Data;
using Portal.Tests.Support;

namespace Portal.Tests.Features;

/// <summary>A partnership on its first day: each page that lacks something says what, and leads to where it is put right.</summary>
public sealed class StartingFromNothing : IAsyncLifetime
{
    private PortalApp app = null!;

    public async ValueTask InitializeAsync() => app = await PortalApp.InProductionAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task An_administrator_begins_by_inviting_a_commissioner()
    {
        var door = await InAs("ada@example.org", Role.SystemAdministrator);
        (await door.Open("/")).Shows("Invite a commissioner");
        await app.HasPerson("cora@example.org", Role.Commissioner);
        (await door.Open("/")).DoesNotShow("Invite a commissioner");
    }

    [Fact]
    public async Task A_commissioner_is_led_from_the_first_phase_to_the_first_agency()
    {
        var door = await InAs("cora@example.org", Role.Commissioner);
        (await door.Open("/")).Shows("Add the first phase", "Invite the members of the board", "Add the board’s next meeting")
            .DoesNotShow("Add the first agency");
        (await door.Open("/Cycles/Plan")).Shows("No phase yet", "Add the first phase");
        var phases = await (await (await (await door.Open("/Agencies")).Follow("Add the first agency")).Shows("No phase yet")
            .Follow("Add the first phase"))
            .Fill("Day", "1").Fill("Month", "4").Fill("Year", "2027").Press("Add the phase");
        phases.Shows("Phase 1", "1 April 2027");

        var agency = await (await door.Open("/")).DoesNotShow("Add the first phase").Follow("Add the first agency");
        (await agency.Fill("Name", "Kestrel Homes").Tick("Housing").Tick("It has agreed to").Tick("Phase 1, from 1 April 2027")
            .Press("Add this agency"))
            .Shows("Kestrel Homes added");
        (await door.Open("/")).DoesNotShow("Add the first agency");
        await app.HasPerson("chair@example.org", Role.BoardChair);
        (await door.Open("/")).DoesNotShow("Invite the members of the board");
    }

    [Fact]
    public async Task Someone_of_a_provider_is_invited_once_there_is_one()
    {
        const string address = "/Admin/People/Invite?role=CourseProvider";
        (await (await InAs("ada@example.org", Role.SystemAdministrator)).Open(address))
            .Shows("No provider yet", "Ask the commissioner or a training administrator").DoesNotShow("Add a provider");
        var door = await InAs("cora@example.org", Role.Commissioner);
        var provider = await (await (await door.Open(address)).Shows("No provider yet").Follow("Add a provider"))
            .Fill("Name", "Larch Training").Fill("Email address", "training@larch.example").Press("Add this provider");
        provider.Shows("Larch Training added");
        (await (await door.Open(address)).Choose("Provider", "Larch Training").Fill("Work email address", "lee@larch.example")
            .Press("Invite")).Shows("A message is on its way");
    }

    [Fact]
    public async Task An_invitation_greets_without_a_name_that_nobody_gave()
    {
        var page = await (await InAs("ada@example.org", Role.SystemAdministrator)).Open("/Admin/People/Invite");
        page = await (await page.Tick("Commissioner").Press("Continue")).Fill("Work email address", "cora@example.org").Press("Invite");
        page.Shows("A message is on its way");
        var text = await app.In((PortalDb db) => Task.FromResult(db.Outbox.Single(m => m.ToAddress == "cora@example.org").Text));
        Assert.Contains("Hello,\n", text);
        Assert.DoesNotContain("Dear", text);
    }

    /// <summary>Signed in with the second factor that Production asks of both.</summary>
    private async Task<FrontDoor> InAs(string email, Role role)
    {
        await app.HasPerson(email, role);
        var door = app.Visitor();
        var page = await (await PortalApp.SignIn(door, email, Accounts.Password)).Press("Begin");
        await page.Fill("Code that the app shows now", Accounts.CodeFor(page.All(".app-key")[0].TextContent)).Press("Turn on");
        return door;
    }
}
