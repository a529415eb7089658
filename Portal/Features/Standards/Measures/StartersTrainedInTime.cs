using Microsoft.EntityFrameworkCore;
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
        foreach (var level in question.Framework.Levels)
            await foreach (var starter in StartersAsync(question, level).WithCancellation(cancel))
            {
                var (trained, starters) = counts.GetValueOrDefault(starter.AgencyId);
                var inTime = Competence.Holds(question.Framework, starter.Records, level.Number, level.DueOn(starter.StartedOn));
                counts[starter.AgencyId] = (trained + (inTime ? 1 : 0), starters + 1);
            }
        return [.. counts.Select(c => new Measured(c.Key, 0, c.Value.Trained, c.Value.Starters))];
    }

    /// <summary>People who need <paramref name="level"/> and whose last day to reach it passed in the last 12 months.</summary>
    internal static IQueryable<Need> Due(PortalDb db, Question question, Level level)
    {
        var (from, before) = (level.EarliestStartDue(question.Day.AddMonths(-12)), level.EarliestStartDue(question.Day));
        return Need.InPost(db, question.PartnershipId, question.Framework.Id, question.Day).Where(n => n.Level == level.Number && n.StartedOn >= from && n.StartedOn < before);
    }

    private IAsyncEnumerable<Starter> StartersAsync(Question question, Level level) => Due(db, question, level)
        .Select(n => new Starter(n.AgencyId, n.StartedOn!.Value,
            db.TrainingRecords.Where(r => r.StaffId == n.StaffId && r.State == RecordState.Verified).Select(r => new Competence.Held(r.LevelNumber, r.AchievedOn, r.EndsOn)).ToList()))
        .AsAsyncEnumerable();

    private sealed record Starter(Id<Agency> AgencyId, DateOnly StartedOn, List<Competence.Held> Records);
}
