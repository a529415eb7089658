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
    public bool NeedsFreshRoster => true;

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

    private async IAsyncEnumerable<(Starter Starter, bool InTime)> StartersAsync(Question question, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var level in question.Framework.Levels)
            await foreach (var starter in Due(question, level).AsAsyncEnumerable().WithCancellation(cancel))
                yield return (starter, Competence.Holds(question.Framework, starter.Records, level.Number, level.DueOn(starter.StartedOn)));
    }

    /// <summary>People who need <paramref name="level"/> and whose last day to reach it passed in the last 12 months.</summary>
    private IQueryable<Starter> Due(Question question, Level level)
    {
        var (from, before) = (level.EarliestStartDue(question.Day.AddMonths(-12)), level.EarliestStartDue(question.Day));
        return question.InPost(db).Where(n => n.Level == level.Number && n.StartedOn >= from && n.StartedOn < before)
            .Select(n => new Starter(n.AgencyId, n.StaffId, n.StartedOn!.Value,
                db.TrainingRecords.Where(r => r.StaffId == n.StaffId && r.State == RecordState.Verified).Select(r => new Competence.Held(r.LevelNumber, r.AchievedOn, r.EndsOn)).ToList()));
    }

    private sealed record Starter(Id<Agency> AgencyId, Id<StaffMember> StaffId, DateOnly StartedOn, List<Competence.Held> Records);
}
