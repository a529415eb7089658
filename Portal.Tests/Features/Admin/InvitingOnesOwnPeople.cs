using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Seeding;
using Portal.Features.Admin.Inviting;
using Portal.Features.Admin.People;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Admin;

/// <summary>A training lead lets the people of their own agency in, each by one message, and nobody else's.</summary>
public sealed class InvitingOnesOwnPeople : IAsyncLifetime
{
    private PortalApp app = null!;
    private FrontDoor lead = null!;
    private Viewer viewer = null!;
    private List<StaffMember> people = [];

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync();
        lead = await app.SignedInAs(Role.TrainingLead);
        viewer = await app.In(async (PortalDb db) =>
        {
            var role = await db.Memberships.Where(m => m.Role == Role.TrainingLead
                && db.Agencies.Any(a => a.Id == m.AgencyId && a.Name == DemoBorough.OwnAgency)).OrderBy(m => m.Id).FirstAsync();
            var user = await db.Users.SingleAsync(u => u.Id == role.UserId);
            return Viewer.Of(user.Id, user.Name, role);
        });
        people = await app.In((PortalDb db) => db.Staff.AsNoTracking()
            .Where(s => s.Email != null && db.Posts.Any(p => p.StaffId == s.Id && p.AgencyId == viewer.AgencyId && p.LeftOn == null)
                && !db.Memberships.Any(m => m.StaffId == s.Id)
                && !db.Users.Any(u => u.Email == s.Email)).OrderBy(s => s.Name).ThenBy(s => s.Id).Take(40).ToListAsync());
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Chosen_across_searches_checked_and_invited_by_one_message_each()
    {
        var (one, two) = (people[0], people[^1]);
        var page = await TickAsync(await (await lead.Open("/Staff/Invite")).Fill("Name", one.Name).Press("Search"), one);
        page = await TickAsync(await page.Fill("Name", two.Name).Press("Search"), two);
        var check = (await page.Press("Continue")).Shows("Check whom you invite", one.Name, one.Email!, two.Name, two.Email!);
        (await check.Press("Invite 2 people")).Answers(HttpStatusCode.BadRequest).Shows("Select what they are");
        (await check.Choose("What are they?", "Line manager").Press("Invite 2 people")).Shows("2 people invited");
        Assert.Equal(
            new[] { one.Email!, two.Email! }.Order(), (await MailsAsync()).Order());
        var given = await app.In((PortalDb db) => db.Memberships.Where(m => m.StaffId == one.Id).SingleAsync());
        Assert.Equal((Role.LineManager, viewer.AgencyId), (given.Role, given.AgencyId));
    }

    [Fact]
    public async Task Nobody_is_told_twice_on_one_day_and_on_another_the_link_is_sent_again()
    {
        var one = people[0];
        Assert.Equal(1, await InviteAsync(one));
        Assert.Equal("None of them can be invited", (await Assert.ThrowsAsync<Refused>(() => InviteAsync(one))).Message);
        (await lead.Open($"/Staff/Invite/Check?Chosen={one.Id}")).Shows("Left out: Was invited today");
        app.Clock.Advance(TimeSpan.FromDays(1));
        var again = await app.SignedInAs(Role.TrainingLead);
        (await again.Open($"/Staff/Invite/Check?Chosen={one.Id}&Chosen={people[1].Id}")).Shows(
            " as staff member and not accepted yet. The link is sent again, and what they are stays",
            "1 person keeps the role of the earlier invitation, whatever you select");
        (await again.Open($"/Staff/Invite/Check?Chosen={one.Id}")).Shows("Each of them keeps the role of the earlier invitation");
        Assert.Equal(1, await InviteAsync(one));
        Assert.Equal([one.Email!, one.Email!], await MailsAsync());
        Assert.Equal(1, await app.In((PortalDb db) => db.Memberships.CountAsync(m => m.StaffId == one.Id)));
    }

    [Fact]
    public async Task Who_has_no_address_or_an_account_is_named_and_left_out()
    {
        var (one, two) = (people[0], people[1]);
        await app.In(async (PortalDb db) =>
        {
            (await db.Staff.SingleAsync(s => s.Id == two.Id)).Email = null;
            await db.SaveAsync(Viewer.System(viewer.PartnershipId), "Took an address away", default);
        });
        var learner = await app.In((PortalDb db) => db.Memberships
            .Where(m => m.Role == Role.Learner && m.AgencyId == viewer.AgencyId && m.StaffId != null).Select(m => m.StaffId!.Value)
            .FirstAsync());
        var check = await lead.Open($"/Staff/Invite/Check?Chosen={one.Id}&Chosen={two.Id}&Chosen={learner}");
        check.Shows("Left out: No work email on the staff list", "Left out: Has an account already, as staff member");
        (await check.Choose("What are they?", "Staff member").Press("Invite 1 person")).Shows("1 person invited");
        Assert.Equal([one.Email!], await MailsAsync());
    }

    [Fact]
    public async Task People_of_another_agency_are_nobody_here()
    {
        var elsewhere = await app.In((PortalDb db) => db.Staff.AsNoTracking()
            .Where(s => s.Email != null && db.Posts.Any(p => p.StaffId == s.Id && p.LeftOn == null)
                && !db.Posts.Any(p => p.StaffId == s.Id && p.AgencyId == viewer.AgencyId)).OrderBy(s => s.Id).FirstAsync());
        (await lead.Open($"/Staff/Invite/Check?Chosen={elsewhere.Id}")).Shows("Nobody is chosen").DoesNotShow(elsewhere.Name);
        await Assert.ThrowsAsync<Refused>(() => InviteAsync(elsewhere));
        await Assert.ThrowsAsync<Refused>(() => app.In((NameDeputy name) => name.RunAsync(viewer, elsewhere.Email!, null, default)));
        Assert.Empty(await MailsAsync());
    }

    public static TheoryData<Role> NotTheirs =>
        [.. Enum.GetValues<Role>().Except([Role.Learner, Role.LineManager])];

    [Theory, MemberData(nameof(NotTheirs))]
    public async Task No_other_role_is_theirs_to_give(Role role)
    {
        await Assert.ThrowsAsync<Refused>(() => app.In((InviteStaff invite) => invite.RunAsync(viewer, role, [people[0].Id], default)));
        await Assert.ThrowsAsync<Refused>(() => app.In((GiveRole give) => give.RunAsync(viewer, new(role, people[0].Email!, "anything")
        {
            AgencyId = viewer.AgencyId, StaffId = people[0].Id,
        }, default)));
        var another = await app.In((PortalDb db) => db.Agencies.Where(a => a.Id != viewer.AgencyId).Select(a => a.Id).FirstAsync());
        await Assert.ThrowsAsync<Refused>(() => app.In((GiveRole give) => give.RunAsync(viewer, new(Role.Learner, people[0].Email!, "any")
        {
            AgencyId = another, StaffId = people[0].Id,
        }, default)));
    }

    [Fact]
    public async Task A_deputy_is_named_told_as_such_seen_by_the_commissioner_and_ended()
    {
        var deputy = people[0];
        var page = await (await lead.Open("/Staff/Deputy")).Fill("Work email address", deputy.Email!)
            .Fill("Last day (optional)", new DateOnly(2026, 12, 31)).Press("Name as deputy");
        page.Shows("1 deputy", deputy.Name, "31 December 2026");
        var mail = await app.In((PortalDb db) => db.Outbox.SingleAsync(m => m.ToAddress == deputy.Email));
        Assert.Contains("deputy training lead", mail.Text, StringComparison.Ordinal);
        var told = await app.In((PortalDb db) => db.Outbox.SingleAsync(m => m.Kind == nameof(DeputyNamedMail)));
        Assert.Equal((DemoPeople.Email[Role.Commissioner], "A deputy has been named"), (told.ToAddress, told.Subject));
        Assert.Contains($"has named {deputy.Name} as deputy training lead", told.Text, StringComparison.Ordinal);
        var commissioner = await app.SignedInAs(Role.Commissioner);
        (await commissioner.Open($"/Agencies/{viewer.AgencyId}")).Shows("Deputy training lead", deputy.Name, "until 31 December 2026");
        (await commissioner.Open($"/Admin/People?search={deputy.Email}")).Shows("Training lead (deputy)");

        var membership = await app.In((PortalDb db) => db.Memberships.AsNoTracking().SingleAsync(m => m.IsDeputy));
        var acting = Viewer.Of(membership.UserId, deputy.Name, membership);
        var no = await Assert.ThrowsAsync<Refused>(
            () => app.In((NameDeputy name) => name.RunAsync(acting, people[1].Email!, null, default)));
        Assert.StartsWith("A deputy does not name another", no.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<Refused>(() => app.In((EndDeputy end) => end.RunAsync(acting, membership.Id, default)));

        (await page.Press($"End now: {deputy.Name}")).Shows("Deputy’s role ended", "No deputy is named");
        (await (await lead.Open("/Staff/Deputy")).Fill("Work email address", deputy.Email!).Press("Name as deputy")).Shows("No end set");
    }

    [Fact]
    public void Who_may_give_what_is_one_rule()
    {
        Assert.Equal(
            [Role.Learner, Role.LineManager, Role.TrainingLead],
            Enum.GetValues<Role>().Where(r => Permissions.MayGive(Role.TrainingLead, r)));
        Assert.Equal(
            [Role.Commissioner, Role.SystemAdministrator],
            Enum.GetValues<Role>().Where(r => r != Role.System && Permissions.MayGive(r, Role.BoardChair)));
        Assert.DoesNotContain(Enum.GetValues<Role>(), r => Permissions.MayGive(r, Role.System));
    }

    private Task<int> InviteAsync(StaffMember person) =>
        app.In((InviteStaff invite) => invite.RunAsync(viewer, Role.Learner, [person.Id], default));

    private Task<List<string>> MailsAsync() => app.In((PortalDb db) => db.Outbox.Where(m => m.Kind == "InvitationMail")
        .OrderBy(m => m.Id).Select(m => m.ToAddress).ToListAsync());

    private async Task<WebPage> TickAsync(WebPage page, StaffMember person)
    {
        var jobs = await app.In((PortalDb db) => db.Posts.Where(p => p.StaffId == person.Id && p.AgencyId == viewer.AgencyId)
            .Join(db.JobTitles, p => p.JobTitleId, t => t.Id, (_, t) => t.Title).ToListAsync());
        return page.Tick($"{person.Name}, {jobs.Listed()}");
    }
}
