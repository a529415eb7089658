using Portal.Data;
using Portal.Data.Seeding;

namespace Portal.Demo.Borough;

/// <summary>How a person's training stands on the last day of their story.</summary>
internal enum Fate { InDate, Lapsed, Claimed, Untrained }

/// <summary>
/// Invents the training that a person has had: the levels below first, then the level of the job, refreshed as people
/// do refresh, mostly in time.
/// </summary>
/// <param name="programme">The day the training programme began; those already in post were trained over the months after it.</param>
internal sealed class TrainingHistory(
    Dice dice, BoroughSeed borough, IReadOnlyList<LevelSeed> levels, Id<Partnership> partnershipId, DateOnly programme)
{
    // Those in post when the programme began were trained over twenty months.
    private const int RampDays = 600;

    /// <param name="agency">Where they work: a claim waits for its training lead.</param>
    /// <param name="until">The day the story ends: today, or the day the person left.</param>
    /// <param name="late">First trained after it fell due.</param>
    public IEnumerable<TrainingRecord> Of(
        Id<StaffMember> person, Id<Agency> agency, int need, DateOnly started, DateOnly until, Fate fate, Id<User>? verifier,
        bool late = false)
    {
        var level = levels.Single(l => l.Number == need);
        if (fate is Fate.Untrained)
            return need == 1 || level.StandAlone ? []
                : Below(person, level, dice.Between(until.AddDays(-700), until.AddDays(-60)), verifier);
        if (fate is Fate.Claimed)
        {
            var below = Below(person, level, dice.Between(until.AddDays(-300), until.AddDays(-90)), verifier);
            return [.. below, Claim(person, agency, need, dice.Between(until.AddDays(-80), until.AddDays(-3)))];
        }

        var days = fate == Fate.Lapsed ? Lapsed(level, started, until) : InDate(level, First(level, started, until, late), until);
        return
        [
            .. Below(person, level, days[0], verifier),
            .. days.Select((day, i) => Verified(person, Course(need, again: i > 0), day, until, verifier))
        ];
    }

    private DateOnly First(LevelSeed level, DateOnly started, DateOnly until, bool late)
    {
        var yesterday = until.AddDays(-1);
        var due = started.AddMonths(level.DueMonths);
        if (started < programme)
            return dice.Between(programme.AddDays(10), Earlier(programme.AddDays(dice.Between(30, RampDays)), yesterday));
        if (late) return dice.Between(Earlier(due.AddDays(8), yesterday), Earlier(due.AddDays(50), yesterday));
        return dice.Between(Earlier(started.AddDays(6), yesterday), Earlier(due.AddDays(-7), yesterday));
    }

    private List<DateOnly> InDate(LevelSeed level, DateOnly first, DateOnly until)
    {
        List<DateOnly> days = [first];
        while (level.RefreshMonths is { } months && days[^1].AddMonths(months) < until)
        {
            var ends = days[^1].AddMonths(months);
            var refreshed = dice.Chance(88) ? ends.AddDays(-dice.Between(2, 60)) : ends.AddDays(dice.Between(3, 40));
            days.Add(Earlier(refreshed, until.AddDays(-1)));
        }
        return days;
    }

    /// <summary>In date until some weeks or months ago.</summary>
    private List<DateOnly> Lapsed(LevelSeed level, DateOnly started, DateOnly until)
    {
        var months = level.RefreshMonths ?? 24;
        var last = until.AddMonths(-months).AddDays(-dice.Between(10, 170));
        return last.AddMonths(-months) > started ? [last.AddMonths(-months).AddDays(dice.Between(5, 40)), last] : [last];
    }

    private List<TrainingRecord> Below(Id<StaffMember> person, LevelSeed level, DateOnly before, Id<User>? verifier) =>
        level is { RequiresLower: true, StandAlone: false }
            ? levels.Where(l => l.Number < level.Number).OrderByDescending(l => l.Number)
                .Select(l => Verified(
                    person, Course(l.Number, again: false), before = before.AddDays(-dice.Between(5, 60)), before.AddDays(90), verifier))
                .ToList()
            : [];

    private CourseSeed Course(int level, bool again) =>
        again && level == borough.Continuing.Level ? borough.Continuing : dice.Pick(borough.Courses.Where(c => c.Level == level).ToList());

    private TrainingRecord Claim(Id<StaffMember> person, Id<Agency> agency, int level, DateOnly day) => new()
    {
        Id = dice.Id<TrainingRecord>(), PartnershipId = partnershipId, StaffId = person, AgencyId = agency,
        LevelNumber = level, AchievedOn = day, Course = Course(level, again: false).Title, Source = RecordSource.Claim, RecordedBy = null,
    };

    private TrainingRecord Verified(Id<StaffMember> person, CourseSeed course, DateOnly day, DateOnly until, Id<User>? verifier)
    {
        var record = new TrainingRecord
        {
            Id = dice.Id<TrainingRecord>(), PartnershipId = partnershipId, StaffId = person, LevelNumber = course.Level, AchievedOn = day,
            Course = course.Title, Provider = course.Provider, Source = dice.Chance(80) ? RecordSource.Import : RecordSource.Agency,
            RecordedBy = null,
        };
        record.Verify(verifier, Earlier(day.AddDays(dice.Between(0, 9)), until));
        return record;
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
