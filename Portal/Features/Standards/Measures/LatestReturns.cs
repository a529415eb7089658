using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Standards.Measures;

/// <summary>
/// What three standards ask about an agency's skill-gap assessment: the cycle that counts on a day, and the return made for it.
/// One query for all agencies.
/// </summary>
public sealed class LatestReturns(PortalDb db)
{
    private (Question Question, IReadOnlyList<Row> Rows)? latest;

    /// <param name="Id">The version that was sent last by the end of the day; while none was, the first.</param>
    /// <param name="DueAt">UTC; by an extension later than the cycle's.</param>
    /// <param name="SentAt">Null when nothing was sent by the end of the day.</param>
    /// <param name="SignedAt">Null when nothing was signed by then.</param>
    /// <param name="AcceptedAt">Of the first version; null when it was not accepted by then.</param>
    /// <param name="Counts">What the newest version says that was sent by then.</param>
    public sealed record Row(
        Id<Agency> AgencyId, Id<AgencyReturn> Id, string Cycle, DateTime DueAt, DateTime? SentAt, DateTime? SignedAt, DateTime? AcceptedAt,
        GapCounts Counts)
    {
        public DateOnly DueOn => UkClock.DayOf(DueAt);
    }

    /// <summary>
    /// Of each agency's cycles opened by the day, the newest that was due before it, or that it has answered; when none
    /// was due yet, the one that is open. The due day itself belongs to the agency: standards are judged in the small hours,
    /// and returns are due in the afternoon. An agency that was never asked is not in it.
    /// </summary>
    public async Task<IReadOnlyList<Row>> RunAsync(Question question, CancellationToken cancel)
    {
        if (latest is { } known && known.Question == question) return known.Rows;
        var ends = UkClock.StartOf(question.Day.AddDays(1));
        var asked = await (from agencyReturn in db.Returns.AsNoTracking()
                           join cycle in db.Cycles on agencyReturn.CycleId equals cycle.Id
                           where agencyReturn.PartnershipId == question.PartnershipId && cycle.OpenedAt < ends
                               && (question.AgencyId == null || agencyReturn.AgencyId == question.AgencyId)
                           select new
                           {
                               agencyReturn.Id, agencyReturn.AgencyId, agencyReturn.CycleId, cycle.Title, cycle.CutOffOn,
                               agencyReturn.Number, agencyReturn.DueAt, agencyReturn.SentAt, agencyReturn.SignedAt,
                               agencyReturn.AcceptedAt, agencyReturn.Sent
                           })
            .ToListAsync(cancel);
        Row[] rows = [.. asked.GroupBy(a => a.AgencyId).Select(agency =>
        {
            var cycles = agency.GroupBy(a => a.CycleId)
                .Select(c => (First: c.MinBy(a => a.Number)!, Newest: c.Where(a => a.SentAt < ends).MaxBy(a => a.Number)))
                .OrderByDescending(c => c.First.CutOffOn).ToList();
            var (first, newest) = cycles.Find(c => UkClock.DayOf(c.First.DueAt) < question.Day
                || c.First.SentAt < ends) is { First: not null } counts ? counts : cycles[0];
            return new Row(
                agency.Key, (newest ?? first).Id, first.Title, first.DueAt, first.SentAt < ends ? first.SentAt : null,
                first.SignedAt < ends ? first.SignedAt : null, first.AcceptedAt < ends ? first.AcceptedAt : null, newest?.Sent ?? default);
        })];
        latest = (question, rows);
        return rows;
    }
}
