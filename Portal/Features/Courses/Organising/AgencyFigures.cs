using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Courses.Organising;

/// <summary>
/// How agencies used their places on the dates that someone runs: attended, given back late, not used, and what is charged. Of one date, or
/// of those that began in the last 12 months.
/// </summary>
public sealed class AgencyFigures(PortalDb db, UkClock clock)
{
    /// <param name="Places">Places that were held until the day, or given back late.</param>
    public sealed record Row(string Agency, int Places, int Attended, int Late, int NoShows, Money Charged);

    public async Task<IReadOnlyList<Row>> RunAsync(Viewer viewer, Id<CourseRun>? runId, CancellationToken cancel)
    {
        var (since, now) = (UkClock.StartOf(clock.Today.AddYears(-1)), clock.Now);
        var runs = db.CourseRuns.VisibleTo(viewer, db);
        runs = runId is { } one ? runs.Where(r => r.Id == one) : runs.Where(r => r.StartsAt > since && r.StartsAt <= now);
        var places = await runs
            .Join(db.Bookings, r => r.Id, b => b.RunId,
                (r, b) => new { b.AgencyId, b.State, b.IsLate, b.IsWaived, b.Price, r.LateFee, r.NoShowFee })
            .GroupBy(p => new { p.AgencyId, p.State, p.IsLate, p.IsWaived, p.Price, p.LateFee, p.NoShowFee })
            .Select(g => new { Of = g.Key, Count = g.Count() }).ToListAsync(cancel);
        var agencies = await db.Agencies.OfPartnership(viewer).Select(a => new { a.Id, a.Name })
            .ToDictionaryAsync(a => a.Id, a => a.Name, cancel);
        return [.. places.GroupBy(p => p.Of.AgencyId)
            .Select(agency =>
            {
                int Count(Func<BookingState, bool, bool> which) => agency.Where(p => which(p.Of.State, p.Of.IsLate)).Sum(p => p.Count);
                var late = Count((state, isLate) => state == BookingState.Cancelled && isLate);
                return new Row(agencies[agency.Key],
                    late + Count((state, _) => state == BookingState.Booked || state.IsMark()),
                    Count((state, _) => state is BookingState.Attended or BookingState.PartAttended), late,
                    Count((state, _) => state == BookingState.DidNotAttend),
                    agency.Sum(p => Charges.Of(p.Of.State, p.Of.IsLate, p.Of.IsWaived, p.Of.Price, p.Of.LateFee, p.Of.NoShowFee)
                        .Times(p.Count)));
            })
            .Where(r => r.Places > 0).OrderByDescending(r => r.NoShows).ThenByDescending(r => r.Late)
            .ThenBy(r => r.Agency, StringComparer.Ordinal)];
    }
}
