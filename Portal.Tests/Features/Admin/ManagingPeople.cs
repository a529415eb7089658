using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Seeding;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Admin;

public sealed class ManagingPeople : IAsyncLifetime
{
    private PortalApp app = null!;
    private FrontDoor commissioner = null!;
    private FrontDoor administrator = null!;

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync();
        (commissioner, administrator) = (await app.SignedInAs(Role.Commissioner), await app.SignedInAs(Role.SystemAdministrator));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Finds_people_by_part_of_a_name_or_address_and_pages()
    {
        (await commissioner.Open("/Admin/People?search=AUDITOR")).Shows("1 person", "auditor@brambleford.example");
        (await commissioner.Open("/Admin/People?search=zzz")).Shows("Nobody found");
        (await commissioner.Open("/Admin/People?page=2")).Answers(HttpStatusCode.OK);
        (await commissioner.Open("/Admin/People?page=nonsense&search=%25")).Answers(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Nobody_gives_themselves_a_role()
    {
        var page = await (await commissioner.Open("/Admin/People/Invite?role=SystemAdministrator"))
            .Fill("Work email address", DemoPeople.Email[Role.Commissioner]).Press("Invite");
        page.Answers(HttpStatusCode.BadRequest).Shows("Someone else must give you a new role");
    }

    [Fact]
    public async Task Nobody_ends_their_own_role_or_the_last_one_that_lets_people_in()
    {
        (await (await commissioner.Open($"/Admin/People/End/{await MembershipOf(Role.Commissioner)}")).Press("End the role today"))
            .Answers(HttpStatusCode.BadRequest).Shows("Someone else must end your role");
        (await (await administrator.Open($"/Admin/People/End/{await MembershipOf(Role.Commissioner)}")).Press("End the role today"))
            .Answers(HttpStatusCode.BadRequest).Shows("This is the last commissioner");
        (await (await commissioner.Open($"/Admin/People/End/{await MembershipOf(Role.SystemAdministrator)}")).Press("End the role today"))
            .Answers(HttpStatusCode.BadRequest).Shows("This is the last system administrator");
    }

    [Fact]
    public async Task A_role_ends_today()
    {
        var auditor = await app.SignedInAs(Role.Auditor);
        var page = await (await commissioner.Open($"/Admin/People/End/{await MembershipOf(Role.Auditor)}")).Press("End the role today");
        page.Shows("Role ended", "16 November 2026");
        (await auditor.Open("/Reports")).DoesNotShow("Reports to the board");
        Assert.StartsWith("/Account/ActingAs", (await auditor.Open("/Reports")).Path);
    }

    [Fact]
    public async Task Someone_who_signs_in_already_gets_the_role_and_is_told()
    {
        var page = await (await commissioner.Open("/Admin/People/Invite?role=TrainingAdministrator"))
            .Fill("Work email address", DemoPeople.Email[Role.Auditor]).Press("Invite");
        page.Shows("Role given", "Training administrator");
        Assert.Equal(
            "You have a new role",
            await app.In((PortalDb db) => db.Outbox.OrderByDescending(m => m.Id).Select(m => m.Subject).FirstAsync()));
        page = await (await commissioner.Open("/Admin/People/Invite?role=TrainingAdministrator"))
            .Fill("Work email address", DemoPeople.Email[Role.Auditor]).Press("Invite");
        page.Answers(HttpStatusCode.BadRequest).Shows("This person has this role already");
    }

    [Fact]
    public async Task A_lead_who_is_on_the_staff_list_holds_the_role_as_long_as_the_job()
    {
        var today = new UkClock(app.Clock).Today;
        var (agency, email, staff) = await app.In((PortalDb db) => Task.FromResult((
            from post in db.Posts.CurrentOn(today).Where(p => p.StartedOn == null || p.StartedOn <= today)
            join person in db.Staff.Where(s => s.Email != null && !db.Users.Any(u => u.Email == s.Email)) on post.StaffId equals person.Id
            join at in db.Agencies on post.AgencyId equals at.Id
            orderby post.Id
            select new { at.Name, person.Email, person.Id }).AsEnumerable().Select(f => (f.Name, f.Email!, f.Id)).First()));
        var page = await (await commissioner.Open("/Admin/People/Invite?role=TrainingLead")).Choose("Agency", agency)
            .Fill("Work email address", email).Press("Invite");
        page.Shows("Role given", $"Training lead, {agency}", "Their job there ends");
        await app.In((PortalDb db) => db.Posts.Where(p => p.StaffId == staff).ExecuteUpdateAsync(p => p.SetProperty(x => x.LeftOn, today)));
        (await commissioner.Open(page.Path)).Shows("Left the agency");
        page = await (await commissioner.Open("/Admin/People/Invite?role=TrainingLead")).Choose("Agency", agency)
            .Fill("Work email address", "new.lead@example.org").Press("Invite");
        page.Shows("Role given", "No end set");
    }

    [Fact]
    public async Task Offers_only_places_where_the_role_is_held()
    {
        (await commissioner.Open("/Admin/People/Invite?role=HealthAndWellbeingMember")).Shows("Health and Wellbeing Board")
            .DoesNotShow("MARAC");
        (await (await commissioner.Open("/Admin/People/Invite?role=TrainingLead")).Fill("Work email address", "a@example.org")
            .Press("Invite"))
            .Answers(HttpStatusCode.BadRequest).Shows("Select an agency");
        (await (await commissioner.Open("/Admin/People/Invite")).Press("Continue")).Shows("Select a role");
        (await (await commissioner.Open("/Admin/People/Invite?role=Auditor")).Fill("Work email address", "not an address").Press("Invite"))
            .Answers(HttpStatusCode.BadRequest).Shows("Enter an email address in the right form");
    }

    [Fact]
    public async Task Unlocks_someone_who_is_locked_out()
    {
        for (var attempt = 0; attempt < 5; attempt++)
            await PortalApp.SignIn(app.Visitor(), DemoPeople.Email[Role.Auditor], "wrong wrong wrong");
        var page = await (await commissioner.Open("/Admin/People?search=auditor@")).Follow(await app.NameOfAsync(Role.Auditor));
        page.Shows("Locked until");
        (await page.Press("Unlock the account")).Shows("Account unlocked", "Can sign in");
        (await PortalApp.SignIn(app.Visitor(), DemoPeople.Email[Role.Auditor], DemoPeople.Password)).Answers(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        var unknown = Id<User>.New();
        (await commissioner.Open($"/Admin/People/Person/{unknown}")).Answers(HttpStatusCode.NotFound);
        (await commissioner.Open($"/Admin/People/End/{unknown}")).Answers(HttpStatusCode.NotFound);
        (await commissioner.Open("/Admin/People/Person/not-an-id")).Answers(HttpStatusCode.NotFound);
    }

    private Task<Id<Membership>> MembershipOf(Role role) => MembershipOf(role, DemoPeople.Email[role]);

    private Task<Id<Membership>> MembershipOf(Role role, string email) => app.In((PortalDb db) =>
        db.Memberships.Where(m => m.Role == role && m.Until == null && db.Users.Any(u => u.Id == m.UserId && u.Email == email))
            .Select(m => m.Id).SingleAsync());
}
