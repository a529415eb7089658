using Microsoft.EntityFrameworkCore;
using Portal.Features.Standards;

namespace Portal.Tests.Features.Standards;

public sealed class JudgingWhatChanged
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task What_changes_a_standing_is_judged_within_minutes_and_what_does_not_is_left()
    {
        await using var borough = await Borough.CreateAsync();
        await borough.StandardAsync("S06", "StaffAtRequiredLevel", perLevel: true);
        var person = await borough.PersonAsync(needs: 1);
        Assert.Null(await JudgeAsync(borough));
        await borough.EvaluateAsync();
        await QuietAsync(borough);

        await borough.TrainedAsync(person, 1, Borough.Today);
        Assert.Equal(Outcome.NotMet, (await borough.ResultAsync("S06", level: 1)).Outcome);
        Assert.Equal("Judged 1 partnership again", await JudgeAsync(borough));
        Assert.Equal(Outcome.Met, (await borough.ResultAsync("S06", level: 1)).Outcome);
        await QuietAsync(borough);

        await ChangeAsync(borough, db => db.Strands.Add(new()
        {
            PartnershipId = borough.Partnership.Id, Code = "ST", Name = "Stalking", From = new(2016, 1, 1),
        }));
        Assert.Null(await JudgeAsync(borough));
        borough.Agency.ConfirmStaffList(Borough.Today.AddDays(-1));
        await borough.SaveAsync();
        Assert.NotNull(await JudgeAsync(borough));
    }

    [Fact]
    public async Task A_look_that_finds_every_standing_as_it_was_leaves_its_time_and_no_line()
    {
        await using var borough = await Borough.CreateAsync();
        await borough.StandardAsync("S06", "StaffAtRequiredLevel", perLevel: true);
        await borough.EvaluateAsync();
        await QuietAsync(borough);
        var (evaluations, lines) = await CountAsync(borough);
        borough.Agency.ConfirmStaffList(Borough.Today.AddDays(-1));
        await borough.SaveAsync();
        Assert.NotNull(await JudgeAsync(borough));
        Assert.Equal((evaluations, lines + 1), await CountAsync(borough));
        await QuietAsync(borough);
    }

    private static async Task<(int, int)> CountAsync(Borough borough)
    {
        await using var db = borough.Database.Open();
        return (await db.Evaluations.CountAsync(), await db.AuditEntries.CountAsync(e => e.PartOf == null));
    }

    /// <summary>Until nothing is left to judge: what is saved in the last minute is judged once more.</summary>
    private static async Task QuietAsync(Borough borough)
    {
        borough.Database.Time.Advance(TimeSpan.FromMinutes(2));
        await JudgeAsync(borough);
        borough.Database.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Null(await JudgeAsync(borough));
    }

    private static async Task ChangeAsync(Borough borough, Action<Portal.Data.PortalDb> change)
    {
        await using var db = borough.Database.Open();
        change(db);
        await db.SaveAsync(borough.As(Role.Commissioner), "Changed something", None);
    }

    private static async Task<string?> JudgeAsync(Borough borough)
    {
        await using var db = borough.Database.Open();
        var clock = borough.Database.Clock;
        var evaluate = new EvaluateStandards(db, clock, new(db, Borough.Measures(db)), new(db), new(db, clock));
        return await new JudgeChangedJob(db, evaluate, clock).RunAsync(None);
    }
}
