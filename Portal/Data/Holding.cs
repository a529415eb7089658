using System.Linq.Expressions;

namespace Portal.Data;

/// <summary>The rule of <see cref="Competence"/> as a condition that the database can answer for any number of people at once.</summary>
public static class Holding
{
    /// <summary>Whether the person with an id holds <paramref name="level"/> on <paramref name="day"/>, by verified records.</summary>
    public static Expression<Func<Id<StaffMember>, bool>> Holds(PortalDb db, Framework framework, int level, DateOnly day)
    {
        Expression<Func<Id<StaffMember>, bool>> nobody = _ => false;
        return Competence.Satisfying(framework, level).Select(l => Counts(db, framework, l, day)).Aggregate(nobody, Predicates.Or);
    }

    private static Expression<Func<Id<StaffMember>, bool>> Counts(PortalDb db, Framework framework, Level level, DateOnly day)
    {
        var (number, earliest) = (level.Number, level.EarliestInDate(day));
        Expression<Func<Id<StaffMember>, bool>> inDate = staff => db.TrainingRecords.Any(r =>
            r.StaffId == staff && r.State == RecordState.Verified && r.LevelNumber == number
            && r.AchievedOn >= earliest && r.AchievedOn <= day && (r.EndsOn == null || r.EndsOn >= day));
        return Competence.Below(framework, level).Select(l => EverHeld(db, l.Number, day)).Aggregate(inDate, Predicates.And);
    }

    private static Expression<Func<Id<StaffMember>, bool>> EverHeld(PortalDb db, int level, DateOnly day) =>
        staff => db.TrainingRecords.Any(r => r.StaffId == staff && r.State == RecordState.Verified && r.LevelNumber == level
            && r.AchievedOn <= day);

    /// <summary>
    /// Whether the person with an id has ever answered a need for <paramref name="level"/>, up to
    /// <paramref name="day"/>, lapsed or not.
    /// </summary>
    public static Expression<Func<Id<StaffMember>, bool>> EverAnswered(PortalDb db, Framework framework, int level, DateOnly day)
    {
        var levels = Competence.Satisfying(framework, level).Select(l => l.Number).ToArray();
        return staff => db.TrainingRecords.Any(r =>
            r.StaffId == staff && r.State == RecordState.Verified && levels.Contains(r.LevelNumber) && r.AchievedOn <= day);
    }
}
