using Portal.Features.Commissioning.Demand;
using Portal.Features.Hubs;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Commissioning;

public sealed class SeeingWhatIsNeeded : InASmallBorough
{
    [Fact]
    public async Task A_small_world_has_the_answer_that_can_be_counted_by_hand()
    {
        var today = Database.Clock.Today;
        await Borough.HasAsync(Database, "Never trained", Borough.Reception, started: today.AddYears(-3));
        var lapses = await Borough.HasAsync(Database, "Lapses in three months", Borough.Reception, started: today.AddYears(-3));
        await Borough.TrainedAsync(Database, lapses, 1, today.AddMonths(3).AddMonths(-36));
        var trained = await Borough.HasAsync(Database, "Trained and new", Borough.Reception, started: today.AddMonths(-4));
        await Borough.TrainedAsync(Database, trained, 1, today.AddMonths(-1));

        var level = await LevelAsync();
        Assert.Equal((3, 1), (level.Facts.People, level.Facts.Below[0]));
        Assert.Equal((1, 0), (level.Facts.Started, level.Facts.Left));
        Assert.Equal([1, 1, 1, 2, 2], level.Lines.Take(5).Select(l => l.Below));
        // One starts each year: half of one by the sixth month is one, by the 18th it is two.
        Assert.Equal((3, 4), (level.Lines[5].Needed, level.Lines[17].Needed));

        var kept = await LevelAsync();
        Assert.Equal(level.Lines, kept.Lines);
        await Borough.TrainedAsync(Database, lapses, 1, today);
        Assert.Equal([1, 1, 1, 1, 1], (await LevelAsync()).Lines.Take(5).Select(l => l.Below));
    }

    [Fact]
    public async Task It_is_for_those_who_read_gaps()
    {
        await using var db = Database.Open();
        await Assert.ThrowsAsync<Refused>(() => new TrainingDemand(db, new(), Database.Clock).RunAsync(Borough.Lead, default));
    }

    private readonly KeptAnswers kept = new();

    private async Task<TrainingDemand.LevelDemand> LevelAsync()
    {
        await using var db = Database.Open();
        return (await new TrainingDemand(db, kept, Database.Clock).RunAsync(Borough.Commissioner, default)).Levels[0];
    }
}
