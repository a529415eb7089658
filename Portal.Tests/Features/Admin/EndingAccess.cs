using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Audit;
using Portal.Features.Admin.People;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Admin;

public sealed class EndingAccess : InASmallBorough
{
    private DateOnly Today => Database.Clock.Today;

    [Fact]
    public async Task Ends_the_role_of_who_left_a_week_ago_and_says_so_once()
    {
        var lena = await Borough.HasAsync(Database, "Lena Learner", Borough.Reception);
        await Holds(Borough.Lena, Role.Learner, Borough.Homes, lena.Id);
        await Leaves(lena, Today.AddDays(-6));
        Assert.Null(await RunAsync());

        Database.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal("Ended roles: 1 of people who left", await RunAsync());
        Assert.Equal(Today, (await Membership(Borough.Lena)).Until);
        var line = await Line();
        Assert.Equal(
            ("Ended a role of someone who left the agency: staff member", (Id<Agency>?)Borough.Homes.Id, "Training portal"),
            (line.What, line.AgencyId, line.Actor));
        Assert.Null(await RunAsync());
        Assert.Equal(line.Id, (await Line()).Id);
    }

    [Fact]
    public async Task Keeps_who_has_another_job_there_or_one_to_come()
    {
        var lena = await Borough.HasAsync(Database, "Lena Learner", Borough.Reception);
        await Holds(Borough.Lena, Role.Learner, Borough.Homes, lena.Id);
        await Leaves(lena, Today.AddDays(-30));
        await using (var db = Database.Open())
        {
            var title = await db.JobTitles.FirstAsync();
            db.Add(new Post
            {
                PartnershipId = Borough.Partnership.Id, AgencyId = Borough.Homes.Id, StaffId = lena.Id, JobTitleId = title.Id,
                StartedOn = Today.AddDays(20)
            });
            await db.SaveAsync(Borough.Commissioner, "Prepared a test", CancellationToken.None);
        }
        Assert.Null(await RunAsync());
    }

    [Fact]
    public async Task A_job_at_another_agency_keeps_no_role_at_this_one()
    {
        var lena = await Borough.HasAsync(Database, "Lena Learner", Borough.Reception, Borough.Clinic);
        await Holds(Borough.Lena, Role.Learner, Borough.Homes, lena.Id);
        Assert.Equal("Ended roles: 1 of people who left", await RunAsync());
    }

    [Fact]
    public async Task Ends_the_roles_of_an_account_idle_for_twelve_months()
    {
        await Holds(Borough.Tess, Role.TrainingLead, Borough.Homes);
        await SignedIn(Borough.Tess, Today.AddMonths(-12).AddDays(1));
        Assert.Null(await RunAsync());
        Database.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal("Ended roles: 1 of accounts idle for 12 months", await RunAsync());
        Assert.Equal("Ended a role of someone who did not sign in for 12 months: training lead", (await Line()).What);
    }

    [Fact]
    public async Task Counts_from_the_first_night_where_the_day_was_not_written_down()
    {
        await Holds(Borough.Tess, Role.TrainingLead, Borough.Homes);
        await SignedIn(Borough.Tess, null);
        Assert.Null(await RunAsync());
        Database.Time.Advance(TimeSpan.FromDays(364));
        Assert.Null(await RunAsync());
        Database.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal("Ended roles: 1 of accounts idle for 12 months", await RunAsync());
    }

    [Fact]
    public async Task Ends_an_invitation_that_nobody_accepted_for_thirty_days_since_it_was_last_sent()
    {
        await Holds(Borough.Tess, Role.TrainingLead, Borough.Homes, from: Today.AddDays(-60));
        await using (var db = Database.Open())
        {
            db.Add(OneTimeLink.New(Borough.Tess.Id, LinkPurpose.Invitation, Database.Clock.Now.AddDays(-29)).Link);
            await db.SaveOwnHistoryAsync(CancellationToken.None);
        }
        Assert.Null(await RunAsync());
        Database.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal("Ended roles: 1 of invitations not accepted", await RunAsync());
    }

    [Theory, InlineData(Role.Commissioner), InlineData(Role.SystemAdministrator)]
    public async Task Never_ends_the_last_who_can_let_people_in(Role role)
    {
        foreach (var user in new[] { Borough.Cora, Borough.Ed })
        {
            await Holds(user, role);
            await SignedIn(user, Today.AddMonths(-13));
        }
        Assert.Equal("Ended roles: 1 of accounts idle for 12 months", await RunAsync());
        Assert.Null(await RunAsync());
        await using var db = Database.Open();
        Assert.Equal(1, await db.Memberships.CountAsync(m => m.Role == role && m.Until == null));
    }

    [Fact]
    public async Task Somebody_who_never_accepted_does_not_count_as_who_can_let_people_in()
    {
        await Holds(Borough.Cora, Role.Commissioner);
        await SignedIn(Borough.Cora, Today.AddMonths(-13));
        await Holds(Borough.Ed, Role.Commissioner, from: Today);
        Assert.Null(await RunAsync());
    }

    private async Task<string?> RunAsync()
    {
        await using var db = Database.Open();
        return await new EndAccessJob(db, Database.Clock).RunAsync(CancellationToken.None);
    }

    private async Task Holds(PortalUser user, Role role, Agency? agency = null, Id<StaffMember>? staff = null, DateOnly? from = null)
    {
        var since = from ?? Today.AddYears(-3);
        await using var db = Database.Open();
        db.Add(Given.Membership(Borough.Partnership.Id, user, role, agency, staff: staff, from: since));
        await db.SaveAsync(Borough.Commissioner, "Prepared a test", CancellationToken.None);
        if (staff is not null) await SignedIn(user, Today);
    }

    private async Task SignedIn(PortalUser user, DateOnly? day)
    {
        await using var db = Database.Open();
        await db.Users.Where(u => u.Id == user.Id)
            .ExecuteUpdateAsync(u => u.SetProperty(x => x.PasswordHash, "hash").SetProperty(x => x.SignedInOn, day));
    }

    private async Task Leaves(StaffMember person, DateOnly day)
    {
        await using var db = Database.Open();
        (await db.Posts.SingleAsync(p => p.StaffId == person.Id)).Leave(day);
        await db.SaveAsync(Borough.Lead, "Prepared a test", CancellationToken.None);
    }

    private async Task<Membership> Membership(PortalUser user)
    {
        await using var db = Database.Open();
        return await db.Memberships.SingleAsync(m => m.UserId == user.Id);
    }

    private async Task<AuditEntry> Line()
    {
        await using var db = Database.Open();
        return await db.AuditEntries.OrderByDescending(e => e.At).ThenByDescending(e => e.Id).FirstAsync();
    }
}
