using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Seeding;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Account;

public sealed class ActingForSomeone : IAsyncLifetime
{
    private const string Email = "robin@example.org";
    private PortalApp app = null!;
    private PortalUser robin = null!;

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync();
        robin = await app.HasPerson(Email, Role.Auditor);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Is_asked_of_someone_with_several_roles_and_shown_on_every_page()
    {
        await AlsoHolds(Role.TrainingAdministrator);
        var page = await PortalApp.SignIn(app.Visitor(), Email, Accounts.Password);
        page.Shows("Whom do you act for?");
        page = await page.Tick("Training administrator").Press("Continue");
        page.Shows("Robin Example, acting as training administrator");

        page = await (await page.Follow("Change whom you act for")).Tick("Auditor").Press("Continue");
        page.Shows("acting as auditor");
    }

    [Fact]
    public async Task Is_not_asked_of_someone_with_one_role() =>
        (await PortalApp.SignIn(app.Visitor(), Email, Accounts.Password)).Shows("acting as auditor").DoesNotShow("whom you act for");

    [Fact]
    public async Task Offers_what_was_chosen_last()
    {
        await AlsoHolds(Role.TrainingAdministrator);
        await (await PortalApp.SignIn(app.Visitor(), Email, Accounts.Password)).Tick("Training administrator").Press("Continue");

        var again = await PortalApp.SignIn(app.Visitor(), Email, Accounts.Password);
        Assert.Equal(
            "Training administrator",
            again.All("input[type=radio][checked]").Select(i => again.All($"label[for='{i.Id}']")[0].TextContent.Trim()).Single());
    }

    [Fact]
    public async Task Is_refused_for_a_role_of_someone_else()
    {
        await AlsoHolds(Role.TrainingAdministrator);
        var commissioner = await app.In((PortalDb db) => db.Memberships.Where(m => m.Role == Role.Commissioner).Select(m => m.Id)
            .FirstAsync());
        var page = await PortalApp.SignIn(app.Visitor(), Email, Accounts.Password);
        page.All("input[type=radio]")[0].SetAttribute("value", commissioner.ToString());
        page = await page.Tick("Auditor").Press("Continue");
        page.Answers(HttpStatusCode.BadRequest).Shows("Select one of your roles");
    }

    [Fact]
    public async Task Ends_at_the_next_click_when_the_role_ends()
    {
        var door = app.Visitor();
        await PortalApp.SignIn(door, Email, Accounts.Password);
        (await door.Open("/Reports")).Answers(HttpStatusCode.OK);

        await app.In(async (PortalDb db) =>
        {
            var membership = await db.Memberships.SingleAsync(m => m.UserId == robin.Id);
            membership.End(DateOnly.FromDateTime(app.Clock.Now));
            await db.SaveAsync(Viewer.System(membership.PartnershipId), "Ended a role", CancellationToken.None);
        });
        (await door.Open("/Reports")).Shows("You have no role at the moment", "ask the partnership’s commissioner");
    }

    [Fact]
    public async Task Opens_only_what_the_role_opens()
    {
        var door = app.Visitor();
        await PortalApp.SignIn(door, Email, Accounts.Password);
        (await door.Open("/Admin/People")).Answers(HttpStatusCode.Forbidden)
            .Shows("Your role does not open this page", "change whom you act for", "Who can help", DemoPeople.Email[Role.Commissioner]);
        (await door.Open("/Nowhere")).Answers(HttpStatusCode.NotFound).Shows("We cannot find that page");
    }

    [Fact]
    public async Task Is_closed_to_a_cookie_whose_password_changed_elsewhere()
    {
        var (here, there) = (app.Visitor(), app.Visitor());
        await PortalApp.SignIn(here, Email, Accounts.Password);
        await PortalApp.SignIn(there, Email, Accounts.Password);
        var page = await (await here.Open("/Account/ChangePassword")).Fill("Current password", Accounts.Password)
            .Fill("New password", "quite another set of words").Press("Save");
        page.Shows("Password changed");
        Assert.Equal("/Account/SignIn", (await there.Open("/")).Path);
        (await here.Open("/")).Shows("acting as auditor");
    }

    private async Task AlsoHolds(Role role)
    {
        var today = DateOnly.FromDateTime(app.Clock.Now);
        var partnership = await app.In((PortalDb db) => db.Partnerships.OrderBy(p => p.Id).Select(p => p.Id).FirstAsync());
        await app.Has(new Membership { PartnershipId = partnership, UserId = robin.Id, Role = role, From = today, CheckedOn = today });
    }
}
