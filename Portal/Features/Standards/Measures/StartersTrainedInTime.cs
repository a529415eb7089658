using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Portal.Components;
using Portal.Data;

namespace Portal.Features.Standards.Measures;

/// <summary>
/// S08: starters whose last day to reach their level passed in the last 12 months, and who held it by that day. Each has
/// a day of their own, so their records are read in a stream and judged by <see cref="Competence"/>.
/// </summary>
public sealed class StartersTrainedInTime(PortalDb db) : IMeasure
{
    public string Key => MeasureKeys.StartersTrainedInTime;

    public bool NeedsFreshStaffList => true;

    public string NothingToCount(int level) => "No starter’s training fell due in the last 12 months";

    public string Sentence(int numerator, int denominator) => $"{numerator.Of(denominator, "starters")} were trained in time";

    public async Task<IReadOnlyList<Measured>> RunAsync(Question question, CancellationToken cancel)
    {
        Dictionary<Id<Agency>, (int Trained, int Starters)> counts = [];
        await foreach (var (starter, inTime) in StartersAsync(question, cancel))
        {
            var (trained, starters) = counts.GetValueOrDefault(starter.AgencyId);
            counts[starter.AgencyId] = (trained + (inTime ? 1 : 0), starters + 1);
        }
        return [.. counts.Select(c => new Measured(c.Key, 0, c.Value.Trained, c.Value.Starters))];
    }

    public async Task<IQueryable<Id<StaffMember>>?> FailingAsync(Question question, int level, CancellationToken cancel)
    {
        List<Id<StaffMember>> late = [];
        await foreach (var (starter, inTime) in StartersAsync(question, cancel))
            if (!inTime) late.Add(starter.StaffId);
        return db.Staff.Where(s => late.Contains(s.Id)).Select(s => s.Id);
    }

    public string Why(Failing person, Question question) => person is { Need: { } need } && person.Jobs.Min(j => j.StartedOn) is { } started
        ? $"Level {question.Framework.Level(need).Code} was due by {question.Framework.Level(need).DueOn(started).Words()}"
        : "";

    private async IAsyncEnumerable<(Starter Starter, bool InTime)> StartersAsync(
        Question question, [EnumeratorCancellation] CancellationToken cancel)
    {
        var framework = question.Framework;
        await foreach (var starter in Starters(question).AsAsyncEnumerable().WithCancellation(cancel))
            yield return (starter,
                Competence.Holds(framework, starter.Records, starter.Level, framework.Level(starter.Level).DueOn(starter.StartedOn)));
    }

    private IQueryable<Starter> Starters(Question question)
    {
        Expression<Func<Need, bool>> nobody = _ => false;
        return question.InPost(db).Where(question.Framework.Levels.Select(l => Due(l, question.Day)).Aggregate(nobody, Predicates.Or))
            .Select(n => new Starter(n.AgencyId, n.StaffId, n.Level!.Value, n.StartedOn!.Value,
                db.TrainingRecords.Where(r => r.StaffId == n.StaffId && r.State == RecordState.Verified)
                    .Select(r => new Competence.Held(r.LevelNumber, r.AchievedOn, r.EndsOn)).ToList()));
    }

    /// <summary>Those who need <paramref name="level"/> and whose last day to reach it passed in the last 12 months.</summary>
    private static Expression<Func<Need, bool>> Due(Level level, DateOnly day)
    {
        var (number, from, before) = (level.Number, level.EarliestStartDue(day.AddMonths(-12)), level.EarliestStartDue(day));
        return n => n.Level == number && n.StartedOn >= from && n.StartedOn < before;
    }

    private sealed record Starter(
        Id<Agency> AgencyId, Id<StaffMember> StaffId, int Level, DateOnly StartedOn, List<Competence.Held> Records);
}
