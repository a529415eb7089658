using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Seeding;
using Portal.Demo.Borough;
using Portal.Tests.Support;

namespace Portal.Tests.Data;

public class TheFictionalBorough
{
    private static readonly SeedFiles Seeds = new(Repository.File("seeds"));

    [Fact]
    public async Task Tells_the_story_of_each_agency_today()
    {
        await using var database = await TestDatabase.CreateAsync();
        await MakeAsync(database);
        await using var db = database.Open();

        var standing = await StandingAsync(db, database.Clock.Today);

        Assert.Equal(27, standing.Select(s => s.Agency).Distinct().Count());
        Assert.Equal((31, 58), Of("Brambleford Elected Members", 1));
        Assert.InRange(Share("Brambleford Council Children and Families", 3), 75, 89);
        Assert.InRange(Share("Brambleford Council Housing", 2), 0, 74);
        Assert.InRange(Share("South Brambleford Police Command Unit", 2), 75, 89);
        Assert.InRange(Share("South Brambleford Police Command Unit", 3), 75, 89);
        Assert.InRange(Share("Brambleford General Hospital NHS Trust", 2), 0, 74);
        Assert.InRange(Share("Brambleford Primary Schools Partnership", 3), 75, 89);
        Assert.InRange(Share("Brambleford GP Alliance", 2), 75, 89);
        Assert.Equal((15, 18), Of("Lantern Victim Advocacy", 4));
        Assert.All([.. Standing("Meridian Women's Centre").Where(s => s.Level < 4)], s => Assert.InRange(s.People, 1, 4));
        foreach (var green in Seeds.Borough.Agencies.Where(a => a.Tells.StartsWith("Meets every standard", StringComparison.Ordinal)))
            Assert.All(
                Standing(green.Name),
                s => Assert.True(s.Holding * 100 >= 90 * s.People && (s.People >= 5 || s.Holding == s.People), $"{s}"));

        (int Holding, int People) Of(string agency, int level) =>
            standing.Where(s => s.Agency == agency && s.Level == level).Select(s => (s.Holding, s.People)).Single();
        int Share(string agency, int level) => Of(agency, level) is var (holding, people) ? 100 * holding / people : 0;
        IEnumerable<Standing> Standing(string agency) => standing.Where(s => s.Agency == agency);
    }

    [Fact]
    public async Task Has_vacancies_strategies_rosters_and_meetings_as_its_stories_say()
    {
        await using var database = await TestDatabase.CreateAsync();
        await MakeAsync(database);
        await using var db = database.Open();
        var today = database.Clock.Today;

        var leads = await db.Memberships.Where(m => m.AgencyId != null && (m.Until == null || m.Until > today))
            .Select(m => new { m.Role, m.AgencyId }).ToListAsync();
        var agencies = await db.Agencies.ToDictionaryAsync(a => a.Name);
        Assert.All(Seeds.Borough.Agencies, seed => Assert.All([Role.TrainingLead, Role.ExecutiveLead], role =>
            Assert.Equal(
                seed.Story.Vacant?.Contains(role) == true ? 0 : 1,
                leads.Count(l => l.Role == role && l.AgencyId == agencies[seed.Name].Id))));
        Assert.All(
            Seeds.Borough.Agencies,
            seed => Assert.Equal(today.AddDays(-seed.Story.StaffListConfirmedDaysAgo), agencies[seed.Name].StaffListConfirmedOn));

        var reviews = await db.TrainingStrategies.Where(s => s.ApprovedOn != null).GroupBy(s => s.AgencyId)
            .ToDictionaryAsync(s => s.Key, s => s.Max(x => x.ReviewOn));
        Assert.All(
            Seeds.Borough.Agencies,
            seed => Assert.Equal(seed.Story.Strategy, reviews.TryGetValue(agencies[seed.Name].Id, out var review) switch
            {
                false => StrategyStory.Missing,
                _ when review < today => StrategyStory.Expired,
                _ when review <= today.AddDays(30) => StrategyStory.Expiring,
                _ => StrategyStory.InDate,
            }));

        var meetings = await db.Meetings.Where(m => db.Bodies.Any(b => b.Id == m.BodyId && b.Code == "SBP")).Select(m => m.Day).Order()
            .ToListAsync();
        Assert.InRange(meetings.Count(m => m < today), 8, 15);
        Assert.Equal(today.AddWorkingDays(16), meetings.First(m => m >= today));
        Assert.All(meetings, m => Assert.True(WorkingDays.IsWorkingDay(m)));
    }

    [Fact]
    public async Task Has_someone_to_sign_in_as_for_each_role()
    {
        await using var database = await TestDatabase.CreateAsync();
        await MakeAsync(database);
        await using var db = database.Open();

        foreach (var (role, email) in DemoPeople.Email)
            Assert.True(
                await db.Memberships.AnyAsync(m => m.Role == role && m.Until == null
                    && db.Users.Any(u => u.Id == m.UserId && u.Email == email)), email);
        Assert.Equal(Enum.GetValues<Role>().Except([Role.System]).Order(), DemoPeople.Email.Keys.Order());
        Assert.All(
            await db.Memberships.ToListAsync(),
            m => Assert.Equal((m.Role.NeedsAgency(), m.Role.NeedsBody()), (m.AgencyId is not null, m.BodyId is not null)));
    }

    [Fact]
    public async Task Is_the_same_on_the_same_day_and_is_made_once()
    {
        await using var one = await TestDatabase.CreateAsync();
        await using var other = await TestDatabase.CreateAsync();
        await MakeAsync(one);
        await MakeAsync(one);
        await MakeAsync(other);

        await using var first = one.Open();
        await using var second = other.Open();
        Assert.Equal(await People(first), await People(second));
        Assert.InRange(await first.Posts.CountAsync(p => p.LeftOn == null), 1000, 1300);
        Assert.True(await first.Posts.GroupBy(p => p.StaffId).AnyAsync(p => p.Count(x => x.LeftOn == null) == 2));
        Assert.True(await first.Posts.GroupBy(p => p.StaffId)
            .AnyAsync(p => p.Count(x => x.LeftOn != null) == 1 && p.Count(x => x.LeftOn == null) == 1));

        static async Task<List<string>> People(PortalDb db) => await db.Posts.OrderBy(p => p.Id)
            .Join(db.Staff, p => p.StaffId, s => s.Id, (p, s) => s.Name + p.StartedOn + db.TrainingRecords.Count(r => r.StaffId == s.Id))
            .ToListAsync();
    }

    private sealed record Standing(string Agency, int Level, int Holding, int People);

    private static async Task<List<Standing>> StandingAsync(PortalDb db, DateOnly today)
    {
        var framework = (await db.FrameworkInForceAsync((await db.Partnerships.SingleAsync()).Id, today, default))!;
        var needs = framework.Requirements.ToDictionary(r => r.JobRoleId, r => r.LevelNumber ?? 0);
        var records = (await db.TrainingRecords.Where(r => r.State == RecordState.Verified).ToListAsync())
            .ToLookup(r => r.StaffId, r => new Competence.Held(r.LevelNumber, r.AchievedOn, r.EndsOn));
        var posts = await (
            from post in db.Posts.Where(p => p.LeftOn == null)
            join agency in db.Agencies on post.AgencyId equals agency.Id
            join title in db.JobTitles on post.JobTitleId equals title.Id
            where title.JobRoleId != null
            select new { agency.Name, post.StaffId, Role = title.JobRoleId!.Value }).ToListAsync();
        return [.. posts.GroupBy(p => (p.Name, Level: needs[p.Role])).Select(g => new Standing(
            g.Key.Name, g.Key.Level, g.Count(p => Competence.Holds(framework, [.. records[p.StaffId]], g.Key.Level, today)), g.Count()))];
    }

    private static async Task MakeAsync(TestDatabase database)
    {
        await using var db = database.Open();
        await new MakeBorough(db, Seeds, new LoadDefaults(db, Seeds, new LoadFramework(db)), database.Clock).RunAsync(default);
    }
}
