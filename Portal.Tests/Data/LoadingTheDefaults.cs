using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Seeding;
using Portal.Tests.Support;

namespace Portal.Tests.Data;

public class LoadingTheDefaults
{
    private static readonly SeedFiles Seeds = new(Repository.File("seeds"));

    public static TheoryData<FrameworkSeed> Frameworks => [Seeds.Framework, .. Seeds.OtherFrameworks];

    [Fact]
    public async Task Gives_the_first_partnership_its_framework_strands_standards_and_bodies()
    {
        await using var database = await TestDatabase.CreateAsync();
        await LoadAsync(database);

        await using var db = database.Open();
        var partnership = await db.Partnerships.SingleAsync();
        var framework = await db.FrameworkInForceAsync(partnership.Id, database.Clock.Today, default);
        Assert.Equal(("NICE-BROMLEY", 1, 4, 32), (framework!.Code, framework.Number, framework.Levels.Count, framework.Competencies.Count));
        Assert.Equal(Seeds.Framework.Roles.Count, framework.Requirements.Count(r => r.LevelNumber is not null));
        Assert.Equal(
            (10, 20, 16, 7),
            (await db.Strands.CountAsync(), await db.Standards.CountAsync(), await db.Standards.CountAsync(s => s.EffectiveFrom != null),
                await db.Bodies.CountAsync()));
        Assert.Equal(4, await db.ReportingLines.CountAsync(l => db.Bodies.Any(b => b.Id == l.FromId && b.Code == "DASG")));
    }

    [Fact]
    public async Task Twice_changes_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        await LoadAsync(database);
        await using (var db = database.Open())
        {
            (await db.Bodies.SingleAsync(b => b.Code == "SBP")).Name = "Safer Testborough Partnership";
            await db.SaveAsync(Viewer.System((await db.Partnerships.SingleAsync()).Id), "Renamed the board", default);
        }
        var before = await CountsAsync(database);

        await LoadAsync(database);

        Assert.Equal(before, await CountsAsync(database));
        await using var later = database.Open();
        Assert.Equal("Safer Testborough Partnership", (await later.Bodies.SingleAsync(b => b.Code == "SBP")).Name);
    }

    [Fact]
    public async Task A_measure_that_a_release_brings_can_be_drafted_and_judges_nobody_until_then()
    {
        await using var database = await TestDatabase.CreateAsync();
        await LoadAsync(database);
        await using (var db = database.Open())
            await db.Standards.Where(s => s.Code == "S14" || s.Code == "S10").ExecuteUpdateAsync(set =>
                set.SetProperty(s => s.Measure, (string?)null).SetProperty(s => s.EffectiveFrom, (DateOnly?)null));

        await LoadAsync(database);

        await using var later = database.Open();
        var (measured, other) = (await later.Standards.SingleAsync(s => s.Code == "S14"),
            await later.Standards.SingleAsync(s => s.Code == "S10"));
        Assert.Equal((MeasureKeys.PlacesUsed, null), (measured.Measure, measured.EffectiveFrom));
        Assert.Equal(2, measured.NextDraft().Number);
        Assert.Throws<Refused>(other.NextDraft);
    }

    [Theory, MemberData(nameof(Frameworks))]
    public async Task Any_framework_loads_into_an_empty_partnership_and_reads_back_the_same(FrameworkSeed seed)
    {
        await using var database = await TestDatabase.CreateAsync();
        var partnership = new Partnership
        {
            Name = "Another partnership", ShortName = "AP", FrameworkCode = seed.Code, SupportEmail = "help@another.example"
        };
        await using (var db = database.Open())
        {
            db.Partnerships.Add(partnership);
            await new LoadFramework(db).RunAsync(partnership.Id, seed, default);
        }

        await using var later = database.Open();
        var framework = (await later.FrameworkInForceAsync(partnership.Id, database.Clock.Today, default))!;
        Assert.Equal((seed.Title, seed.Version, seed.IsLadder), (framework.Title, framework.Number, framework.IsLadder));
        Assert.Equal(
            seed.Levels.Select(l => (l.Number, l.Code, l.Title, l.MinimumHours, l.RefreshMonths, l.DueMonths, l.RequiresLower, l.StandAlone,
                l.TargetPercent, l.NeedsContent)),
            framework.Levels.Select(l => (l.Number, l.Code, l.Title, l.MinimumHours, l.RefreshMonths, l.DueMonths, l.RequiresLower,
                l.StandAlone, l.TargetPercent, l.NeedsContent)));
        var titles = await later.JobRoles.ToDictionaryAsync(r => r.Id, r => r.Code);
        Assert.Equal(
            seed.Roles.Select(r => (r.Code, r.Level)).Order(),
            framework.Requirements.Select(r => (Code: titles[r.JobRoleId], Level: r.LevelNumber)).Order());
    }

    [Fact]
    public async Task Looks_at_a_partnership_again_only_when_the_files_are_others()
    {
        await using var database = await TestDatabase.CreateAsync();
        await LoadAsync(database);
        await using var db = database.Open();
        var load = new LoadDefaults(db, Seeds, new LoadFramework(db));
        await load.RunAsync(default);
        var prices = await db.UsualPrices.CountAsync();
        await db.UsualPrices.Take(1).ExecuteDeleteAsync();
        await load.RunAsync(default);
        Assert.Equal(prices - 1, await db.UsualPrices.CountAsync());
        await db.Partnerships.ExecuteUpdateAsync(p => p.SetProperty(x => x.DefaultsFrom, "the files of an earlier version"));
        await load.RunAsync(default);
        Assert.Equal(prices, await db.UsualPrices.CountAsync());
    }

    private static async Task LoadAsync(TestDatabase database)
    {
        await using var db = database.Open();
        await new FirstPartnership(db, Seeds, new()).RunAsync(default);
        await new LoadDefaults(db, Seeds, new LoadFramework(db)).RunAsync((await db.Partnerships.SingleAsync()).Id, default);
    }

    private static async Task<string> CountsAsync(TestDatabase database)
    {
        await using var db = database.Open();
        return string.Join(", ", [
            await db.Partnerships.CountAsync(), await db.Frameworks.CountAsync(), await db.JobRoles.CountAsync(),
            await db.Strands.CountAsync(),
            await db.Standards.CountAsync(), await db.Bodies.CountAsync(), await db.ReportingLines.CountAsync(),
            await db.AuditEntries.CountAsync(),
        ]);
    }
}
