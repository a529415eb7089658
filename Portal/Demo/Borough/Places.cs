using Portal.Data;
using Portal.Data.Seeding;

namespace Portal.Demo.Borough;

/// <summary>One place on the staff list of an agency: the level the job needs, and the story of whoever holds it.</summary>
/// <param name="Level">0 for a job that nobody has mapped.</param>
/// <param name="Late">First trained after it fell due.</param>
internal sealed record Place(int Level, Fate Fate, DateOnly Started, bool Late = false);

/// <summary>Works out the places of one agency so that its shares come out as its story says.</summary>
internal sealed class Places(Dice dice, IReadOnlyList<LevelSeed> levels, DateOnly programme, DateOnly today)
{
    private const double UsuallyInDate = 96;
    private const double JoinedSinceProgramme = 32;

    public IReadOnlyList<Place> Of(AgencySeed seed)
    {
        var places = levels.SelectMany((level, i) => AtLevel(seed, level, People(seed, i))).ToArray();
        MakeStarters(seed.Story, places);
        dice.Shuffle(places);
        return
        [
            .. places,
            .. Enumerable.Range(0, seed.Story.Unmapped).Select(_ => new Place(0, Fate.Untrained, today.AddDays(-dice.Between(200, 400))))
        ];
    }

    /// <summary>How many people stand for those the agency has; never nobody where there is somebody.</summary>
    public static int People(AgencySeed seed, int level)
    {
        var heads = level < seed.HeadsByLevel.Count ? seed.HeadsByLevel[level] : 0;
        return heads == 0 ? 0 : Math.Max(1, Share(heads, 100.0 / seed.Scale));
    }

    private IEnumerable<Place> AtLevel(AgencySeed seed, LevelSeed level, int people)
    {
        var story = seed.Story;
        var inDate = Share(people, story.InDate?.GetValueOrDefault(level.Number, UsuallyInDate) ?? UsuallyInDate);
        var claimed = Math.Min(people - inDate, Share(people, story.Claimed?.GetValueOrDefault(level.Number) ?? 0));
        var lapsed = Math.Min(people - inDate - claimed, Share(people, story.Lapsed?.GetValueOrDefault(level.Number) ?? 0));
        for (var i = 0; i < people; i++)
        {
            var fate = i < inDate ? Fate.InDate
                : i < inDate + claimed ? Fate.Claimed
                : i < inDate + claimed + lapsed ? Fate.Lapsed
                : Fate.Untrained;
            yield return new Place(level.Number, fate, Started(level, fate, story));
        }
    }

    private DateOnly Started(LevelSeed level, Fate fate, StorySeed story)
    {
        // Those who are still on the way began this year: to a qualification that takes longer than one, or where the story is of starters.
        if (fate == Fate.Untrained && level.DueMonths > 12) return today.AddDays(-dice.Between(60, 250));
        if (fate == Fate.Untrained && story.Starters > 0) return today.AddDays(-dice.Between(60, 85));
        var recent = fate == Fate.InDate && story.Starters is null && dice.Chance(JoinedSinceProgramme);
        return recent ? dice.Between(programme, today.AddDays(-20)) : programme.AddDays(-dice.Between(60, 4200));
    }

    /// <summary>Turns some places into starters of this year whose training has fallen due, some of them trained late.</summary>
    private void MakeStarters(StorySeed story, Place[] places)
    {
        var late = Share(story.Starters ?? 0, story.LateStarters);
        for (int i = 0, left = story.Starters ?? 0; i < places.Length && left > 0; i++)
        {
            if (places[i] is not { Fate: Fate.InDate, Level: 1 }) continue;
            var due = today.AddDays(-dice.Between(70, 200));
            places[i] = places[i] with { Started = due.AddMonths(-levels[0].DueMonths), Late = left <= late };
            left--;
        }
    }

    private static int Share(int of, double percent) => (int)Math.Round(of * percent / 100, MidpointRounding.AwayFromZero);
}
