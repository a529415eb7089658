using System.Linq.Expressions;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Courses.Evaluations;

/// <summary>
/// Asks people about their training: those booked in the three days before it, those who came from the day after, and again three months
/// later. Each once; nobody is asked of a moment that has long passed, or twice because a job ran twice.
/// </summary>
public sealed class AskForEvaluationsJob(PortalDb db, UkClock clock)
{
    private const int DaysBefore = 3, DaysAfter = 7, MonthsLater = 3;

    public async Task<string?> RunAsync(CancellationToken cancel)
    {
        var today = clock.Today;
        var later = today.AddMonths(-MonthsLater);
        var (before, came) = (BookingState.Booked, BookingState.Attended);
        var asked = await AskAsync(EvaluationMoment.Before, before, r => r.StartsAt, today.AddDays(1), today.AddDays(DaysBefore), cancel)
            + await AskAsync(EvaluationMoment.After, came, r => r.EndsAt, today.AddDays(-DaysAfter), today.AddDays(-1), cancel)
            + await AskAsync(EvaluationMoment.FollowUp, came, r => r.EndsAt, later.AddDays(-DaysAfter), later, cancel);
        return asked == 0 ? null : $"Asked {Words.Count(asked, "person", "people")} about their training";
    }

    /// <param name="first">The first day of the time in question.</param>
    /// <param name="last">The last.</param>
    private async Task<int> AskAsync(EvaluationMoment moment, BookingState state, Expression<Func<CourseRun, DateTime>> time,
        DateOnly first, DateOnly last, CancellationToken cancel)
    {
        var (from, until) = (UkClock.StartOf(first), UkClock.StartOf(last.AddDays(1)));
        Expression<Func<DateTime, bool>> within = t => t >= from && t < until;
        var runs = db.CourseRuns.Where(r => r.State == RunState.Published).Where(within.Of(time)).Select(r => r.Id);
        var people = await (
            from booking in db.Bookings
            where booking.State == state && runs.Contains(booking.RunId)
                && !db.EvaluationRequests.Any(r => r.BookingId == booking.Id && r.Moment == moment)
            join person in db.Staff.Where(s => s.Email != null) on booking.StaffId equals person.Id
            select new { booking.Id, booking.PartnershipId, person.Name, Email = person.Email! }).ToListAsync(cancel);
        foreach (var partnership in people.GroupBy(p => p.PartnershipId))
        {
            foreach (var person in partnership)
            {
                var code = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
                db.EvaluationRequests.Add(new()
                {
                    PartnershipId = partnership.Key, BookingId = person.Id, Moment = moment, AskedOn = clock.Today,
                    LinkHash = OneTimeLink.HashOf(code),
                });
                db.Enqueue(new EvaluationMail(person.Id, moment, code, person.Name, person.Email));
            }
            await db.SaveAsync(Viewer.System(partnership.Key), "Asked people about their training", cancel);
        }
        return people.Count;
    }
}
