using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Files;
using Portal.Features.Agencies;
using Portal.Features.Agencies.Closing;
using Portal.Features.Agencies.Commitments;
using Portal.Features.Agencies.Phases;
using Portal.Features.Agencies.Strategies;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Agencies;

public sealed class GoverningAgencies : InASmallBorough
{
    [Fact]
    public async Task An_agency_is_added_once_by_the_commissioner_alone()
    {
        SaveAgency.Entry entry = new("Ferry Road School", AgencyType.Education, Duty.Statutory, Borough.Phase.Id);
        await using var db = Database.Open();
        var id = await new SaveAgency(db).RunAsync(Borough.Commissioner, null, entry, 0, default);
        Assert.Equal(
            "An agency of this name is already on the list",
            (await RefusedAsync(() => new SaveAgency(db).RunAsync(
                Borough.Commissioner, null, entry with { Name = "FERRY road school" }, 0, default))).Message);
        await RefusedAsync(() => new SaveAgency(db).RunAsync(Borough.Lead, null, entry with { Name = "Other" }, 0, default));
        await new SaveAgency(db).RunAsync(Borough.Commissioner, id, entry with { Duty = Duty.Agreed }, 0, default);
        Assert.StartsWith(
            "Someone changed this",
            (await RefusedAsync(() => new SaveAgency(db).RunAsync(Borough.Commissioner, id, entry, 0, default))).Message);
    }

    [Fact]
    public async Task A_merger_gives_everyone_the_same_job_at_the_other_agency_and_keeps_what_was()
    {
        var asha = await Borough.HasAsync(Database, "Asha Rahman", Borough.Officer, started: new(2024, 1, 8));
        await Borough.HasAsync(Database, "Bo Unmapped", null);
        await Borough.TrainedAsync(Database, asha, 1, new(2026, 1, 5));
        await HoldsAsync(Role.TrainingLead, Borough.Tess);
        await using (var db = Database.Open())
        {
            Assert.Equal(
                new CloseAgency.Consequence(2, 1), await new CloseAgency(db, Database.Clock).ForeseeAsync(Borough.Homes.Id, default));
            await new CloseAgency(db, Database.Clock).RunAsync(Borough.Commissioner, Borough.Homes.Id, Borough.Clinic.Id, 0, default);
        }
        await using var after = Database.Open();
        var homes = await after.Agencies.SingleAsync(a => a.Id == Borough.Homes.Id);
        Assert.Equal((Database.Clock.Today, Borough.Clinic.Id), (homes.ClosedOn, homes.MergedIntoId));
        var posts = await after.Posts.Where(p => p.StaffId == asha.Id).ToListAsync();
        Assert.Equal(Database.Clock.Today, posts.Single(p => p.AgencyId == Borough.Homes.Id).LeftOn);
        var now = posts.Single(p => p.AgencyId == Borough.Clinic.Id);
        Assert.Equal(Borough.Officer.Id, (await after.JobTitles.SingleAsync(t => t.Id == now.JobTitleId)).JobRoleId);
        Assert.Equal(2, await after.Posts.CountAsync(p => p.AgencyId == Borough.Clinic.Id));
        Assert.False((await after.Memberships.SingleAsync()).IsCurrentOn(Database.Clock.Today));
        Assert.Equal(1, await after.TrainingRecords.CountAsync());
    }

    [Fact]
    public async Task A_merger_keeps_line_managers_but_closes_no_circle()
    {
        var ada = await Borough.HasAsync(Database, "Ada Head", Borough.Reception);
        var ben = await Borough.HasAsync(Database, "Ben Under", Borough.Reception, manager: ada);
        var cy = await Borough.HasAsync(Database, "Cy Under", Borough.Reception, manager: ben);
        await using (var db = Database.Open())
        {
            // At the clinic the two are the other way round, through someone else.
            var title = db.JobTitles.Add(new()
            {
                PartnershipId = Borough.Partnership.Id, AgencyId = Borough.Clinic.Id, Title = "Trustee"
            }).Entity;
            var between = await Borough.HasAsync(Database, "Di Between", Borough.Reception, Borough.Clinic, manager: ben);
            var post = new Post
            {
                PartnershipId = Borough.Partnership.Id, AgencyId = Borough.Clinic.Id, StaffId = ada.Id, JobTitleId = title.Id
            };
            post.ReportTo(between.Id);
            db.Add(post);
            await db.SaveAsync(Borough.Lead, "Added a trustee", default);
            await new CloseAgency(db, Database.Clock).RunAsync(Borough.Commissioner, Borough.Homes.Id, Borough.Clinic.Id, 0, default);
        }
        await using var after = Database.Open();
        var moved = await after.Posts.Where(p => p.AgencyId == Borough.Clinic.Id && p.StartedOn == Database.Clock.Today)
            .ToDictionaryAsync(p => p.StaffId, p => p.ManagerId);
        Assert.Equal((null, null, ben.Id), (moved[ada.Id], moved[ben.Id], moved[cy.Id]!.Value));
    }

    [Fact]
    public async Task An_agency_cannot_merge_into_itself_nor_close_twice()
    {
        await using var db = Database.Open();
        var close = new CloseAgency(db, Database.Clock);
        Assert.Equal(
            "An agency cannot merge into itself",
            (await RefusedAsync(() => close.RunAsync(Borough.Commissioner, Borough.Homes.Id, Borough.Homes.Id, 0, default))).Message);
        await close.RunAsync(Borough.Commissioner, Borough.Homes.Id, null, 0, default);
        Assert.Equal(
            "Brambleford Homes is already closed",
            (await RefusedAsync(() => close.RunAsync(Borough.Commissioner, Borough.Homes.Id, null, 1, default))).Message);
        await RefusedAsync(() => close.RunAsync(Borough.Lead, Borough.Clinic.Id, null, 0, default));
    }

    [Fact]
    public async Task A_strategy_counts_once_someone_else_approves_it()
    {
        var today = Database.Clock.Today;
        await using var db = Database.Open();
        var file = new FileStrategy(db, new FileStore(db, Database.Clock), Database.Clock);
        Assert.Equal(
            "Review date must be in the future",
            (await RefusedAsync(() => file.RunAsync(Borough.Lead, Borough.Homes.Id, new("Strategy", today), null, default))).Message);
        Assert.Equal(
            "Review date must be within 5 years",
            (await RefusedAsync(() => file.RunAsync(
                Borough.Lead, Borough.Homes.Id, new("Strategy", today.AddYears(6)), null, default))).Message);
        await RefusedAsync(() => file.RunAsync(Borough.OtherLead, Borough.Homes.Id, new("Strategy", today.AddYears(1)), null, default));
        await file.RunAsync(Borough.Commissioner, Borough.Homes.Id, new("Strategy", today.AddYears(1)), null, default);

        var strategy = await db.TrainingStrategies.SingleAsync();
        var approve = new ApproveStrategy(db, Database.Clock);
        Assert.Equal(
            "Someone else must approve a strategy that you filed",
            (await RefusedAsync(() => approve.RunAsync(Borough.Commissioner, strategy.Id, default))).Message);
        await RefusedAsync(() => approve.RunAsync(Borough.Lead, strategy.Id, default));
        await approve.RunAsync(Borough.Executive, strategy.Id, default);
        Assert.Equal(
            "This strategy is already approved",
            (await RefusedAsync(() => approve.RunAsync(Borough.Executive, strategy.Id, default))).Message);
    }

    [Fact]
    public async Task The_commitment_is_signed_once_by_the_agencys_own_executive_lead()
    {
        await using var db = Database.Open();
        var texts = new CommitmentTexts(db, Database.Clock);
        var number = (await texts.RunAsync(Borough.Executive, default))[0].Number;
        var sign = new SignCommitment(db, texts, Database.Clock);
        await RefusedAsync(() => sign.RunAsync(Borough.Executive, Borough.Clinic.Id, number, "Chief executive", null, default));
        await RefusedAsync(() => sign.RunAsync(Borough.Lead, Borough.Homes.Id, number, "Chief executive", null, default));
        Assert.StartsWith(
            "The wording has changed",
            (await RefusedAsync(() => sign.RunAsync(
                Borough.Executive, Borough.Homes.Id, number + 1, "Chief executive", null, default))).Message);
        await sign.RunAsync(Borough.Executive, Borough.Homes.Id, number, "Chief executive", null, default);
        Assert.Equal(
            "This agency has already signed this version",
            (await RefusedAsync(() => sign.RunAsync(
                Borough.Executive, Borough.Homes.Id, number, "Chief executive", null, default))).Message);

        var rows = await new CommitmentRegister(db, Database.Clock).RunAsync(Borough.Commissioner, default);
        Assert.Equal([("Brook Lane Clinic", null), ("Brambleford Homes", number)], rows.Select(r => (r.Name, r.Number)));
    }

    [Fact]
    public async Task Phases_keep_their_order()
    {
        await using var db = Database.Open();
        var save = new SavePhase(db);
        Assert.Equal(
            "First day must be after phase 1 begins",
            (await RefusedAsync(() => save.RunAsync(Borough.Commissioner, null, new(2019, 1, 1), null, default))).Message);
        await save.RunAsync(Borough.Commissioner, null, new(2027, 4, 1), null, default);
        Assert.Equal(
            "First day must be before phase 2 begins",
            (await RefusedAsync(() => save.RunAsync(
                Borough.Commissioner, Borough.Phase.Id, new(2027, 4, 1), Borough.Phase.StartsOn, default))).Message);
        Assert.StartsWith(
            "Someone changed this",
            (await RefusedAsync(() => save.RunAsync(
                Borough.Commissioner, Borough.Phase.Id, new(2021, 4, 1), new(1999, 1, 1), default))).Message);
    }

    [Fact]
    public async Task Leads_and_staff_list_are_confirmed_by_the_agency_itself()
    {
        await using var db = Database.Open();
        Assert.StartsWith(
            "Both posts are vacant",
            (await RefusedAsync(() => new ConfirmLeads(db, Database.Clock).RunAsync(Borough.Lead, Borough.Homes.Id, default))).Message);
        await HoldsAsync(Role.ExecutiveLead, Borough.Ed);
        await new ConfirmLeads(db, Database.Clock).RunAsync(Borough.Lead, Borough.Homes.Id, default);
        Assert.Equal(Database.Clock.Today, (await db.Memberships.SingleAsync()).CheckedOn);
        await new ConfirmStaffList(db, Database.Clock).RunAsync(Borough.Lead, Borough.Homes.Id, 0, default);
        await RefusedAsync(() => new ConfirmStaffList(db, Database.Clock).RunAsync(Borough.OtherLead, Borough.Homes.Id, 1, default));
        await RefusedAsync(() => new ConfirmLeads(db, Database.Clock).RunAsync(Borough.OtherLead, Borough.Homes.Id, default));
    }

    private async Task HoldsAsync(Role role, PortalUser user)
    {
        await using var db = Database.Open();
        db.Add(Given.Membership(Borough.Partnership.Id, user, role, Borough.Homes));
        await db.SaveAsync(Viewer.System(Borough.Partnership.Id), "Named a lead", default);
    }

    private static Task<Refused> RefusedAsync(Func<Task> act) => Assert.ThrowsAsync<Refused>(act);
}
