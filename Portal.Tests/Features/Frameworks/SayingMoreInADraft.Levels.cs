using Portal.Features.Framework;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Frameworks;

/// <content>What a level is called and is for, its hours, and a starter's time.</content>
public sealed partial class SayingMoreInADraft
{
    [Fact]
    public async Task What_a_level_says_changes_in_the_draft_alone()
    {
        await RewordAsync(new("Notice and tell", "Knows what to look for", 2.5m, 0));
        var (inForce, view) = (await ViewAsync(null), await ViewAsync(draft));
        Assert.Equal(("Recognise and respond", 3), (inForce.Framework.Level(1).Title, inForce.Framework.Level(1).DueMonths));
        Assert.Equal(
            [
                new("Name of level 1", "Recognise and respond", "Notice and tell"),
                new("What level 1 is for", inForce.Framework.Level(1).Description, "Knows what to look for"),
                new("Least training of level 1", DraftChanges.Hours(inForce.Framework.Level(1).MinimumHours), "2.5 hours"),
                new("When a starter needs level 1", "Within 3 months", "On the first day"),
            ],
            DraftChanges.Between(inForce, view));
        Assert.StartsWith("Someone", (await RefusedAsync(() => RewordAsync(LevelWords.Of(view.Framework.Level(1)), 0))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_starters_time_says_whose_last_day_moves()
    {
        var today = Database.Clock.Today;
        await Borough.HasAsync(Database, "Asha Lately", Borough.Reception, started: today.AddMonths(-4));
        await Borough.HasAsync(Database, "Bo Long", Borough.Reception, started: today.AddMonths(-7));
        await Borough.HasAsync(Database, "Cy Officer", Borough.Officer, started: today.AddMonths(-1));
        var words = LevelWords.Of((await ViewAsync(draft)).Framework.Level(1));
        await RewordAsync(words with { DueMonths = 6 });
        await using var db = Database.Open();
        var effect = await new DraftEffect(db, Database.Clock).RunAsync(
            Borough.Commissioner, (await ViewAsync(null)).Framework, (await ViewAsync(draft)).Framework, None);
        Assert.Equal(
            "1 change. If it were in force today, 1 person who started lately would have another last day to reach their level.",
            DraftSentence.Of(1, effect));
    }

    public static TheoryData<LevelWords, string> Impossible => new()
    {
        { new(new('x', 201), "For", null, 3), "Title" },
        { new("Name", new('x', 2001), null, 3), "Description" },
        { new("Name", "For", 0, 3), "MinimumHours" },
        { new("Name", "For", 501, 3), "MinimumHours" },
        { new("Name", "For", null, 61), "DueMonths" },
        { new("Name", "For", null, -1), "DueMonths" },
    };

    [Theory, MemberData(nameof(Impossible))]
    public async Task A_level_cannot_say_everything(LevelWords words, string field) =>
        Assert.Equal(field, (await RefusedAsync(() => RewordAsync(words))).Field);
}
