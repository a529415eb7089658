using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Standards.Measures;

namespace Portal.Features.Standards;

/// <summary>
/// Of those who keep an agency from holding a level, who has a place on a course that leads to it, and whether that can be enough.
/// </summary>
public sealed class FlagPlaces(PortalDb db, UkClock clock)
{
    /// <param name="Needed">How many more of those counted must hold the level for the standard to be met.</param>
    /// <param name="Booked">How many of those who do not have a place on a date to come.</param>
    /// <param name="Last">The last day of these dates; null when nobody has a place.</param>
    public sealed record Found(int Needed, int Booked, DateOnly? Last)
    {
        public bool CanBeEnough => Booked >= Needed;
    }

    /// <summary>Null for a standard that training at one level does not clear.</summary>
    public async Task<Found?> RunAsync(
        IMeasure measure, Question question, Standard standard, Flag flag, FlagProof.Step standing, CancellationToken cancel)
    {
        if (flag.Level == 0 || await measure.FailingAsync(question, flag.Level, cancel) is not { } failing) return null;
        var (now, code) = (clock.Now, question.Framework.Code);
        var levels = Competence.Satisfying(question.Framework, flag.Level).Select(l => l.Number).ToList();
        var places = await (
            from booking in db.Bookings
            where booking.AgencyId == flag.AgencyId && booking.State == BookingState.Booked && failing.Contains(booking.StaffId)
            join run in db.CourseRuns on booking.RunId equals run.Id
            where run.State == RunState.Published && run.EndsAt > now
                && db.Courses.Any(c => c.Id == run.CourseId && c.Levels.Any(l => l.Framework == code && levels.Contains(l.LevelNumber)))
            select new { booking.StaffId, run.EndsAt }).ToListAsync(cancel);
        return new(standard.Needed(standing.Numerator, standing.Denominator), places.DistinctBy(p => p.StaffId).Count(),
            places.Count == 0 ? null : UkClock.DayOf(places.Max(p => p.EndsAt)));
    }
}
