using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Seeding;
using Portal.Features.Account;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Account;

/// <summary>Access ends with the post, from the first day no longer in it, whichever door ended the post.</summary>
public sealed class LeavingTheJob : IAsyncLifetime
{
    private PortalApp app = null!;

    private DateOnly Today => new UkClock(app.Clock).Today;

    public async ValueTask InitializeAsync() => app = await PortalApp.CreateAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory, InlineData(Role.LineManager), InlineData(Role.Learner), InlineData(Role.TrainingLead), InlineData(Role.ExecutiveLead)]
    public async Task Closes_every_page_and_file_at_the_next_click(Role role)
    {
        var ids = await PageIds.OfBoroughAsync(app);
        if (!role.NeedsStaffListEntry()) await IsOnTheStaffList(role);
        var person = await app.SignedInAs(role);
        Assert.Equal("/", (await person.Open("/")).Path);
        await Leaves(role, Today);

        var open = new List<string>();
        foreach (var page in PortalPage.AllOf(app).Where(p => ids.Know(p.Route) && p.Allow is not null))
            if ((await person.Open(ids.Fill(page.Route, theirs: false))).Path != "/Account/ActingAs") open.Add(page.Name);
        Assert.Empty(open);
        Assert.Equal("/Account/ActingAs", (await person.Open("/Staff/Export")).Path);
    }

    [Fact]
    public async Task Is_told_kindly_with_whom_to_ask()
    {
        var person = await app.SignedInAs(Role.Learner);
        await Leaves(Role.Learner, Today);
        var page = await person.Open("/");
        page.Answers(HttpStatusCode.OK)
            .Shows("You have no role at the moment", "Your access ended with your job at", "ask its training lead", "training.lead@",
                "ask the partnership’s commissioner", "@brambleford.example");
    }

    [Fact]
    public async Task Leaves_the_last_day_open_and_a_corrected_date_opens_again()
    {
        var person = await app.SignedInAs(Role.LineManager);
        await Leaves(Role.LineManager, Today.AddDays(1));
        (await person.Open("/Staff/Export")).Answers(HttpStatusCode.OK);
        await Leaves(Role.LineManager, Today);
        Assert.Equal("/Account/ActingAs", (await person.Open("/Staff/Export")).Path);
        await Leaves(Role.LineManager, null);
        (await person.Open("/Staff/Export")).Answers(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Waits_for_a_job_that_has_not_begun()
    {
        var person = await app.SignedInAs(Role.LineManager);
        var staff = (await Membership(Role.LineManager)).StaffId;
        await app.In((PortalDb db) => db.Posts.Where(p => p.StaffId == staff)
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.StartedOn, Today.AddDays(3))));
        Assert.Equal("/Account/ActingAs", (await person.Open("/Staff")).Path);
    }

    [Fact]
    public async Task Who_has_another_role_is_asked_to_go_on_as_that()
    {
        var membership = await Membership(Role.LineManager);
        await app.Has(new Membership
        {
            PartnershipId = membership.PartnershipId, UserId = membership.UserId, Role = Role.Auditor, From = Today, CheckedOn = Today
        });
        var person = await app.SignedInAs(Role.LineManager);
        await Leaves(Role.LineManager, Today);
        var page = await person.Open("/Staff");
        page.Shows("Whom do you act for?", "Auditor").DoesNotShow("Line manager,");
        (await page.Tick("Auditor").Press("Continue")).DoesNotShow("Your access ended");
        (await person.Open("/Reports")).Answers(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_lead_who_left_gets_no_mail_and_signs_nothing_and_the_vacancy_shows()
    {
        await IsOnTheStaffList(Role.TrainingLead);
        var lead = await Membership(Role.TrainingLead);
        var system = Viewer.System(lead.PartnershipId);
        Assert.NotEmpty((await app.In((PortalDb db) => db.LeadsAsync(
            system, lead.AgencyId, Today, default)))[lead.AgencyId!.Value].Training);
        await Leaves(Role.TrainingLead, Today);
        Assert.Empty((await app.In((PortalDb db) => db.LeadsAsync(system, lead.AgencyId, Today, default)))[lead.AgencyId!.Value].Training);
        (await app.SignedInAs(Role.Commissioner).Open($"/Agencies/{lead.AgencyId}")).Shows("Vacant");
    }

    /// <summary>
    /// The session repeats, in its translated query, what the lists say: both must answer the same for
    /// every state of a membership.
    /// </summary>
    [Fact]
    public async Task The_session_and_the_lists_agree_on_what_is_current()
    {
        var membership = await Membership(Role.LineManager);
        var person = await app.SignedInAs(Role.LineManager);
        foreach (var (started, left) in
            from s in new int?[] { null, -1, 0, 1 }
            from l in new int?[] { null, 0, 1 }
            where l is null || s is null || s <= l
            select (s, l))
        {
            await app.In((PortalDb db) => db.Posts.Where(p => p.StaffId == membership.StaffId && p.AgencyId == membership.AgencyId)
                .ExecuteUpdateAsync(p => p
                    .SetProperty(x => x.StartedOn, started == null ? null : Today.AddDays(started.Value))
                    .SetProperty(x => x.LeftOn, left == null ? null : Today.AddDays(left.Value))));
            var listed = (await app.In((MyMemberships mine) => mine.RunAsync(membership.UserId, CancellationToken.None))).Current
                .Any(m => m.Id == membership.Id);
            Assert.Equal(listed, (await person.Open("/Staff")).Path == "/Staff");
            Assert.Equal(listed, started is not > 0 && left is not <= 0);
        }
    }

    private Task<Membership> Membership(Role role) => app.In((PortalDb db) => db.Memberships.AsNoTracking()
        .SingleAsync(m => m.Role == role && m.Until == null && db.Users.Any(u => u.Id == m.UserId && u.Email == DemoPeople.Email[role])));

    /// <summary>Puts a lead on their agency's staff list, and links the role to the entry.</summary>
    private async Task IsOnTheStaffList(Role role)
    {
        var lead = await Membership(role);
        var title = await app.In((PortalDb db) => db.JobTitles.FirstAsync(t => t.AgencyId == lead.AgencyId));
        var person = new StaffMember
        {
            PartnershipId = lead.PartnershipId, Name = "Robin Example", Email = $"{role}@example.org".ToLowerInvariant()
        };
        await app.Has(
            person,
            new Post { PartnershipId = lead.PartnershipId, AgencyId = lead.AgencyId!.Value, StaffId = person.Id, JobTitleId = title.Id });
        await app.In((PortalDb db) => db.Memberships.Where(m => m.Id == lead.Id)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.StaffId, person.Id)));
    }

    private async Task Leaves(Role role, DateOnly? day)
    {
        var staff = (await Membership(role)).StaffId;
        await app.In((PortalDb db) => db.Posts.Where(p => p.StaffId == staff).ExecuteUpdateAsync(p => p.SetProperty(x => x.LeftOn, day)));
    }
}
