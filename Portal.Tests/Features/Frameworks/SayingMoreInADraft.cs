using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Framework;
using Portal.Features.Framework.Drafting;
using Portal.Features.Staff.People;
using Portal.Features.Staff.Titles;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Frameworks;

/// <summary>A draft changes what levels say, and adds, retires and brings back job roles.</summary>
public sealed partial class SayingMoreInADraft : InASmallBorough
{
    private static readonly CancellationToken None = CancellationToken.None;
    private Id<Framework> draft;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await using var db = Database.Open();
        draft = await new StartDraft(db).RunAsync(Borough.Commissioner, None);
    }

    [Fact]
    public async Task A_published_version_says_what_it_said()
    {
        Assert.Throws<Refused>(() => Borough.Framework.Reword(1, new("Other", "Other", null, 3)));
        Assert.Throws<Refused>(() => Borough.Framework.Retire(Borough.Reception.Id));
        await PublishAsync();
        await RefusedAsync(() => RewordAsync(new("Other", "Other", null, 3), 1));
        await RefusedAsync(() => RetireAsync(Borough.Reception, 1));
    }

    [Fact]
    public async Task An_added_role_can_be_matched_from_the_first_day_on()
    {
        await Borough.HasAsync(Database, "Asha Rahman", null);
        var role = await AddAsync("Odd-job person", 2);
        var title = Assert.Single(await UnmappedAsync());
        await using (var db = Database.Open())
            await RefusedAsync(() => new MapJobTitle(db, Database.Clock).RunAsync(Borough.Lead, title.Id, role, null, None));
        Assert.Contains(
            new DraftChanges.Change("Odd-job person", "Not in the framework", "Level 2"),
            DraftChanges.Between(await ViewAsync(null), await ViewAsync(draft)));
        Assert.Equal(
            "Odd-job person is in this draft already", (await RefusedAsync(() => AddAsync("odd-job PERSON", 1))).Message);
        await PublishAsync();
        await using (var db = Database.Open())
            await new MapJobTitle(db, Database.Clock).RunAsync(Borough.Lead, title.Id, role, null, None);
        Assert.Empty(await UnmappedAsync());
    }

    [Fact]
    public async Task A_retired_role_leaves_its_titles_to_be_mapped_and_keeps_the_past()
    {
        await Borough.HasAsync(Database, "Asha Rahman", Borough.Reception);
        await RetireAsync(Borough.Reception);
        var (inForce, view) = (await ViewAsync(null), await ViewAsync(draft));
        Assert.Equal([new("Receptionist", "Level 1", "Retired")], DraftChanges.Between(inForce, view));
        await using (var db = Database.Open())
        {
            var effect = await new DraftEffect(db, Database.Clock).RunAsync(
                Borough.Commissioner, inForce.Framework, view.Framework, None);
            Assert.Equal(
                "1 change. If it were in force today, 1 person would be in a job that is not mapped to a level, in 1 agency.",
                DraftSentence.Of(1, effect));
        }
        Assert.Empty(await UnmappedAsync());
        await PublishAsync();
        var title = Assert.Single(await UnmappedAsync());
        Assert.Equal(("Receptionist", "Receptionist", null), (title.Title, title.Retired, title.Role));
        await using (var db = Database.Open())
        {
            var task = Assert.Single(await new TitleTasks(db, Database.Clock).RunAsync(Borough.Lead, None));
            Assert.Equal("Map 1 job title to a job role", task.Title);
            Assert.Equal(Borough.Reception.Id, (await db.JobRoles.SingleAsync(r => r.Code == "RECEPTION")).Id);
            await new MapJobTitle(db, Database.Clock).RunAsync(Borough.Lead, title.Id, Borough.Officer.Id, null, None);
        }
        Assert.Empty(await UnmappedAsync());
    }

    [Fact]
    public async Task It_can_be_brought_back_in_the_draft()
    {
        await RetireAsync(Borough.Reception);
        await using (var db = Database.Open())
            await new SetRoleLevel(db).RunAsync(Borough.Commissioner, draft, Borough.Reception.Id, 1, null, None);
        Assert.Empty(DraftChanges.Between(await ViewAsync(null), await ViewAsync(draft)));
        await RetireAsync(Borough.Reception, 2);
        Assert.Equal(Borough.Reception.Id, await AddAsync("Receptionist", 1));
        Assert.Equal("Receptionist is in this draft already", (await RefusedAsync(() => AddAsync("Receptionist", 1))).Message);
    }

    [Fact]
    public async Task What_a_draft_added_goes_with_it_and_nothing_else()
    {
        var role = await AddAsync("Odd-job person", null);
        await using (var db = Database.Open())
            await new RetireRole(db).RunAsync(Borough.Commissioner, draft, role, 1, None);
        await AddAsync("Night porter", null);
        await using (var db = Database.Open()) await new DiscardDraft(db).RunAsync(Borough.Commissioner, draft, 3, None);
        await using var after = Database.Open();
        Assert.Equal(["MARAC", "OFFICER", "RECEPTION"], await after.JobRoles.Select(r => r.Code).OrderBy(c => c).ToListAsync());
    }

    [Fact]
    public async Task People_in_a_role_are_those_of_the_list_that_it_leads_to()
    {
        var asha = await Borough.HasAsync(Database, "Asha Rahman", Borough.Reception);
        await Borough.HasAsync(Database, "Bo Deputy", Borough.Reception, Borough.Clinic);
        foreach (var (viewer, people) in new[] { (Borough.Lead, 1), (Borough.Commissioner, 2), (Borough.Learner(asha), 2) })
        {
            await using var db = Database.Open();
            var found = await new RolePeople(db, Database.Clock).RunAsync(viewer, None);
            Assert.Equal((people, 0), (found.PeopleIn(Borough.Reception.Id), found.PeopleIn(Borough.Officer.Id)));
            if (found.MaySee)
                Assert.Equal(
                    people, await Database.StaffList(db).CountAsync(viewer, new(Role: Borough.Reception.Id), None));
            else Assert.Equal(Role.Learner, viewer.Role);
        }
    }

    private async Task RewordAsync(LevelWords words, int version = 0)
    {
        await using var db = Database.Open();
        await new RewordLevel(db).RunAsync(Borough.Commissioner, draft, 1, words, version, None);
    }

    private async Task RetireAsync(JobRole role, int version = 0)
    {
        await using var db = Database.Open();
        await new RetireRole(db).RunAsync(Borough.Commissioner, draft, role.Id, version, None);
    }

    private async Task<Id<JobRole>> AddAsync(string title, int? level)
    {
        await using var db = Database.Open();
        return await new AddRole(db).RunAsync(Borough.Commissioner, draft, new(title, null, AgencyType.Housing, level), None);
    }

    private async Task PublishAsync()
    {
        await using (var db = Database.Open())
        {
            var version = (await db.Frameworks.SingleAsync(f => f.Id == draft)).Version;
            await new PublishDraft(db, Database.Clock).RunAsync(
                Borough.Commissioner, draft, Database.Clock.Today.AddDays(1), version, None);
        }
        Database.Time.Advance(TimeSpan.FromDays(1));
    }

    private async Task<IReadOnlyList<UnmappedTitles.Row>> UnmappedAsync()
    {
        await using var db = Database.Open();
        return (await new UnmappedTitles(db, Database.Clock).RunAsync(Borough.Lead, false, 1, None)).Rows;
    }

    private async Task<FrameworkView.Details> ViewAsync(Id<Framework>? id)
    {
        await using var db = Database.Open();
        return (await new FrameworkView(db, Database.Clock).RunAsync(Borough.Commissioner, id, None))!;
    }

    private static Task<Refused> RefusedAsync(Func<Task> act) => Assert.ThrowsAsync<Refused>(act);
}
