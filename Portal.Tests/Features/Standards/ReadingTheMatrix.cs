using Microsoft.EntityFrameworkCore;
using Portal.Features.Hubs;
using Portal.Features.Standards;

namespace Portal.Tests.Features.Standards;

public sealed class ReadingTheMatrix : IDisposable
{
    private readonly KeptAnswers memory = new();

    public void Dispose() => memory.Dispose();

    private static readonly DateOnly Today = Borough.Today;

    [Fact]
    public async Task Shows_each_agency_on_each_standard_with_its_flag()
    {
        await using var borough = await TwoAgenciesAsync();
        var table = await MatrixAsync(borough);
        Assert.Equal(["S06-1", "S06-2", "S06-3", "S06-4", "S09"], table.Columns.Select(c => c.Key));
        var housing = table.Rows.Single(r => r.Name == "Housing");
        Assert.Equal(
            (Outcome.NotMet, 0, 1), (housing.Cells["S06-1"].Outcome, housing.Cells["S06-1"].Numerator, housing.Cells["S06-1"].Denominator));
        Assert.NotNull(housing.Cells["S06-1"].FlagId);
        Assert.Null(housing.Cells["S09"].FlagId);
    }

    [Fact]
    public async Task Puts_the_worst_first_and_sorts_by_name_or_column_when_asked()
    {
        await using var borough = await TwoAgenciesAsync();
        Assert.Equal(["Housing", "Libraries"], (await MatrixAsync(borough)).Rows.Select(r => r.Name));
        Assert.Equal(["Housing", "Libraries"], (await MatrixAsync(borough, new(Sort: "name"))).Rows.Select(r => r.Name));
        Assert.Equal(["Libraries", "Housing"], (await MatrixAsync(borough, new(Sort: "-S06-1"))).Rows.Select(r => r.Name));
    }

    [Fact]
    public async Task Can_be_narrowed_by_kind_level_severity_and_outcome()
    {
        await using var borough = await TwoAgenciesAsync();
        Assert.Empty((await MatrixAsync(borough, new(Type: AgencyType.Police))).Rows);
        Assert.Empty((await MatrixAsync(borough, new(Phase: 2))).Rows);
        Assert.Equal(["S06-3"], (await MatrixAsync(borough, new(Level: 3))).Columns.Select(c => c.Key));
        Assert.Equal(["S06-3", "S06-4"], (await MatrixAsync(borough, new(Severity: Severity.Critical))).Columns.Select(c => c.Key));
        Assert.Equal(["Housing"], (await MatrixAsync(borough, new(Outcome: Outcome.NotMet))).Rows.Select(r => r.Name));
    }

    [Fact]
    public async Task Answers_for_any_past_day_and_draws_the_quarters_before_it()
    {
        await using var borough = await TwoAgenciesAsync(first: Today.AddMonths(-7));
        var before = await MatrixAsync(borough, day: Today.AddDays(-1));
        Assert.Equal(Outcome.NotMet, before.Rows.Single(r => r.Name == "Libraries").Cells["S06-1"].Outcome);
        var now = await MatrixAsync(borough);
        Assert.Equal(Outcome.Met, now.Rows.Single(r => r.Name == "Libraries").Cells["S06-1"].Outcome);
        Assert.Equal([null, 50, 50, 100], now.Rows.Single(r => r.Name == "Libraries").Trend);
    }

    [Fact]
    public async Task Shows_an_agencys_people_their_own_agency_alone()
    {
        await using var borough = await TwoAgenciesAsync();
        var lead = borough.As(Role.TrainingLead) with { AgencyId = borough.Agency.Id };
        Assert.Equal(["Housing"], (await MatrixAsync(borough, viewer: lead)).Rows.Select(r => r.Name));
        Assert.Empty((await MatrixAsync(borough, viewer: borough.As(Role.Learner))).Rows);
    }

    [Fact]
    public async Task Keeps_what_it_read_until_an_agency_or_a_standing_changes()
    {
        await using var borough = await TwoAgenciesAsync();
        var first = await MatrixAsync(borough);
        Assert.Same(first.Rows[0], (await MatrixAsync(borough, new(Outcome: Outcome.NotMet))).Rows[0]);

        await using (var db = borough.Database.Open())
        {
            (await db.Agencies.SingleAsync(a => a.Id == borough.Agency.Id)).Name = "Homes";
            await db.SaveAsync(borough.As(Role.Commissioner), "Renamed an agency", default);
        }
        Assert.Equal(["Homes", "Libraries"], (await MatrixAsync(borough)).Rows.Select(r => r.Name));

        await borough.PersonAsync(needs: 1);
        await borough.EvaluateAsync();
        Assert.Equal(2, (await MatrixAsync(borough)).Rows.Single(r => r.Name == "Homes").Cells["S06-1"].Denominator);
    }

    [Fact]
    public async Task Every_change_that_it_shows_gives_another_sign()
    {
        await using var borough = await TwoAgenciesAsync(first: Today.AddMonths(-7));
        var seen = new List<KeptMatrix.Sign>();
        async Task ChangedAsync(Func<Task> change)
        {
            seen.Add((await SignAsync(borough))!);
            Assert.Equal(seen[^1], await SignAsync(borough));
            await change();
        }
        await ChangedAsync(async () =>
        {
            await borough.PersonAsync(needs: 1);
            await borough.EvaluateAsync();
        });
        await ChangedAsync(() => borough.AgencyAsync("Museums"));
        await ChangedAsync(() =>
        {
            borough.Agency.ConfirmStaffList(Today.AddDays(-1));
            return borough.SaveAsync();
        });
        await ChangedAsync(() => borough.StandardAsync("S09", "RolesMapped", number: 2, from: Today));
        await ChangedAsync(async () =>
        {
            var next = borough.Framework.NextDraft();
            next.Publish(Today, borough.Framework.EffectiveFrom);
            await borough.AddAsync(next);
        });
        seen.Add((await SignAsync(borough))!);
        Assert.Distinct(seen);
        Assert.NotEqual(seen[^1], await SignAsync(borough, Today.AddMonths(-1)));
    }

    [Theory]
    [InlineData(Role.Commissioner, true)]
    [InlineData(Role.TrainingAdministrator, true)]
    [InlineData(Role.TrainingLead, false)]
    [InlineData(Role.BoardClerk, false)]
    [InlineData(Role.Learner, false)]
    public async Task Only_what_the_whole_partnership_would_see_is_kept(Role role, bool kept)
    {
        await using var borough = await Borough.CreateAsync();
        Assert.Equal(kept, await SignAsync(borough, viewer: borough.As(role)) is not null);
    }

    /// <summary>Housing: one person, untrained. Libraries: one person, trained today.</summary>
    private static async Task<Borough> TwoAgenciesAsync(DateOnly? first = null)
    {
        var borough = await Borough.CreateAsync();
        await borough.StandardAsync("S06", "StaffAtRequiredLevel", perLevel: true);
        await borough.StandardAsync("S09", "RolesMapped");
        await borough.PersonAsync(needs: 1);
        await borough.TrainedAsync(await borough.PersonAsync(needs: 1, await borough.AgencyAsync("Libraries")), 1, Today);
        if (first is { } day) await borough.EvaluateAsync(day);
        await borough.EvaluateAsync();
        return borough;
    }

    private async Task<Matrix.Table> MatrixAsync(Borough borough, Matrix.Filter? filter = null, DateOnly? day = null, Viewer? viewer = null)
    {
        await using var db = borough.Database.Open();
        return await new Matrix(db, memory).RunAsync(viewer ?? borough.As(Role.Commissioner), day ?? Today, filter ?? new(), default);
    }

    private async Task<KeptMatrix.Sign?> SignAsync(Borough borough, DateOnly? day = null, Viewer? viewer = null)
    {
        await using var db = borough.Database.Open();
        return await new Matrix(db, memory).SignAsync(viewer ?? borough.As(Role.Commissioner), day ?? Today, default);
    }
}
