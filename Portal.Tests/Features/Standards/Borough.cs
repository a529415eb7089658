using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Standards;
using Portal.Features.Standards.Measures;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Standards;

/// <summary>A small borough told in sentences: agencies, people, training, and where each agency stands.</summary>
internal sealed class Borough : IAsyncDisposable
{
    public static readonly DateOnly Today = new(2026, 11, 16);
    private readonly TestDatabase database;
    private readonly PortalDb db;

    private Borough(TestDatabase database) => (this.database, db) = (database, database.Open());

    public Partnership Partnership { get; } = new()
    {
        Name = "Safer Testborough Partnership", ShortName = "SBP", FrameworkCode = "LADDER", SupportEmail = "help@testborough.example"
    };
    public Framework Framework { get; private set; } = null!;
    public Agency Agency { get; private set; } = null!;
    public Phase Phase { get; private set; } = null!;
    public Dictionary<int, JobRole> Roles { get; } = [];
    public TestDatabase Database => database;
    public Viewer As(Role role) => Given.Viewer(Partnership.Id, role);

    private Viewer Portal => Viewer.System(Partnership.Id);

    public static async Task<Borough> CreateAsync()
    {
        var borough = new Borough(await TestDatabase.BorrowAsync());
        await borough.FoundAsync();
        return borough;
    }

    /// <summary>Another agency, its staff list confirmed today.</summary>
    public async Task<Agency> AgencyAsync(string name, Phase? phase = null, DateOnly? confirmed = null)
    {
        var agency = new Agency
        {
            PartnershipId = Partnership.Id, Name = name, Type = AgencyType.Council, Duty = Duty.Agreed, PhaseId = (phase ?? Phase).Id
        };
        agency.ConfirmStaffList(confirmed ?? Today);
        return await AddAsync(agency);
    }

    public async Task<T> AddAsync<T>(T row, params object[] others) where T : class
    {
        db.AddRange([row, .. others]);
        await SaveAsync();
        return row;
    }

    public Task SaveAsync() => db.SaveAsync(Portal, "Prepared a test", default);

    /// <summary>Someone in a job that needs a level (null: a job title that is not mapped).</summary>
    public async Task<StaffMember> PersonAsync(int? needs, Agency? agency = null, DateOnly? started = null, DateOnly? left = null)
    {
        var person = await AddAsync(new StaffMember
        {
            PartnershipId = Partnership.Id, Name = $"Person {Guid.CreateVersion7()}",
            Email = $"{Guid.CreateVersion7()}@testborough.example"
        });
        await JobAsync(person, needs, agency, started, left);
        return person;
    }

    public async Task<Post> JobAsync(StaffMember person, int? needs, Agency? agency = null, DateOnly? started = null, DateOnly? left = null)
    {
        var title = Given.Title(agency ?? Agency, $"Job {Guid.CreateVersion7()}", needs is { } level ? Roles[level] : null);
        return await AddAsync(Given.Post(person, title, started ?? new(2015, 1, 5), left), title);
    }

    public Task<TrainingRecord> TrainedAsync(StaffMember person, int level, DateOnly on, DateOnly? endsOn = null, bool verified = true) =>
        AddAsync(Given.Record(person, level, on, endsOn, verified));

    public async Task<Membership> LeadAsync(Role role, DateOnly checkedOn)
    {
        var user = new PortalUser { Name = role.Words(), UserName = $"{role}@testborough.example" };
        return await AddAsync(Given.Membership(Partnership.Id, user, role, Agency, from: new(2020, 1, 1), checkedOn: checkedOn), user);
    }

    public Task StandardAsync(
        string code, string measure, int? metAt = 90, int? partlyAt = 75, bool perLevel = false, int number = 1, DateOnly? from = null) =>
        AddAsync(Given.Standard(Partnership.Id, code, measure, metAt, partlyAt, perLevel, number, from));

    /// <summary>What a measure finds at the first agency as at a day.</summary>
    public async Task<Measured> CountAsync<TMeasure>(DateOnly? day = null, int level = 0, Agency? agency = null) where TMeasure : IMeasure
    {
        await using var reading = database.Open();
        var measured = await Measures(reading).OfType<TMeasure>().Single().RunAsync(new(Partnership.Id, Framework, day ?? Today), default);
        return measured.SingleOrDefault(m => m.AgencyId == (agency ?? Agency).Id && m.Level == level)
            ?? new((agency ?? Agency).Id, level, 0, 0);
    }

    public async Task<Evaluation> EvaluateAsync(DateOnly? day = null)
    {
        await using var fresh = database.Open();
        var evaluate = new EvaluateStandards(fresh, database.Clock, new(fresh, Measures(fresh)), new(fresh), new(fresh, database.Clock));
        return await evaluate.RunAsync(Portal, day ?? Today, default);
    }

    public async Task<List<StandardResult>> ResultsAsync(DateOnly day, string code = "S06", int level = 0, Agency? agency = null)
    {
        await using var reading = database.Open();
        var id = (agency ?? Agency).Id;
        return await reading.StandardResults.AsNoTracking()
            .Where(r => r.AgencyId == id && r.StandardCode == code && r.Level == level && r.From <= day
                && (r.Until == null || r.Until > day))
            .ToListAsync();
    }

    public async Task<List<StandardResult>> HistoryAsync(string code, int level = 0)
    {
        await using var reading = database.Open();
        return await reading.StandardResults.AsNoTracking()
            .Where(r => r.AgencyId == Agency.Id && r.StandardCode == code && r.Level == level).OrderBy(r => r.From).ToListAsync();
    }

    public Task<List<StaffMember>> EveryoneAsync() => db.Staff.ToListAsync();

    /// <summary>Everyone leaves.</summary>
    public async Task LeaveAsync(DateOnly day)
    {
        foreach (var post in await db.Posts.ToListAsync()) post.Leave(day);
        await SaveAsync();
    }

    public async Task<StandardResult> ResultAsync(string code, DateOnly? day = null, int level = 0, Agency? agency = null) =>
        Assert.Single(await ResultsAsync(day ?? Today, code, level, agency));

    public async Task<List<Flag>> FlagsAsync()
    {
        await using var reading = database.Open();
        return await reading.Flags.AsNoTracking().OrderBy(f => f.Reference).ToListAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await db.DisposeAsync();
        await database.DisposeAsync();
    }

    public static IMeasure[] Measures(PortalDb db)
    {
        var headcount = new Headcount(db);
        return
        [
            new LeadsInPost(db), new TrainingStrategyInDate(db), new StaffAtRequiredLevel(headcount), new RefresherInDate(headcount),
            new StartersTrainedInTime(db), new RolesMapped(headcount), new DataComplete(db)
        ];
    }

    private async Task FoundAsync()
    {
        Framework = new()
        {
            PartnershipId = Partnership.Id, Code = "LADDER", Number = 1, Title = "Ladder", Source = "Test", IsLadder = true
        };
        foreach (var (level, refresh, due, requiresLower) in new[]
        {
            (1, 36, 3, false), (2, 36, 6, true), (3, 24, 6, true), (4, 12, 18, false)
        })
        {
            Framework.Add(new Level
            {
                FrameworkId = Framework.Id,
                Number = level,
                Code = $"{level}",
                Title = $"Level {level}",
                Description = "",
                RefreshMonths = refresh,
                DueMonths = due,
                RequiresLower = requiresLower,
                StandAlone = !requiresLower,
            });
            Roles[level] = new()
            {
                PartnershipId = Partnership.Id, Code = $"role-{level}", Title = $"Role {level}", AgencyType = AgencyType.Council
            };
            Framework.Require(Roles[level].Id, level);
        }
        Framework.Publish(new(2016, 12, 6), previousFrom: null);
        Phase = new() { PartnershipId = Partnership.Id, Number = 1, StartsOn = new(2017, 1, 1) };
        await AddAsync(Partnership, [Framework, Phase, .. Roles.Values]);
        Agency = await AgencyAsync("Housing");
    }
}
