using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Outbox;

namespace Portal.Features.Courses.Places;

/// <summary>
/// Reminds those who are booked 14, 5 and 1 days before the first session, each once and only the nearest when several were missed. Who
/// booked later than such a day has just had the confirmation and is not reminded of it.
/// </summary>
public sealed class RemindBookingsJob(PortalDb db, UkClock clock)
{
    private static readonly int[] DaysBefore = [1, 5, 14];

    public async Task<string?> RunAsync(CancellationToken cancel)
    {
        var (now, today) = (clock.Now, clock.Today);
        var until = UkClock.StartOf(today.AddDays(DaysBefore[^1] + 1));
        var runs = await db.CourseRuns.AsNoTracking().Include(r => r.Sessions)
            .Where(r => r.State == RunState.Published && r.StartsAt > now && r.StartsAt < until).ToListAsync(cancel);
        var told = 0;
        foreach (var partnership in runs.GroupBy(r => r.PartnershipId))
        {
            List<IMail> mails = [];
            foreach (var run in partnership) mails.AddRange(await MailsAsync(run, today, cancel));
            told += await db.TellOnceAsync(Viewer.System(partnership.Key), mails, "Reminded people of their bookings", cancel);
        }
        return told == 0 ? null : $"Sent {Words.Count(told, "reminder")}";
    }

    private async Task<IEnumerable<IMail>> MailsAsync(CourseRun run, DateOnly today, CancellationToken cancel)
    {
        var left = run.FirstDay.DayNumber - today.DayNumber;
        var days = DaysBefore.First(d => left <= d);
        var before = UkClock.StartOf(run.FirstDay.AddDays(-days));
        var course = await db.Courses.Where(c => c.Id == run.CourseId).Select(c => new { c.Title, c.Mode }).SingleAsync(cancel);
        var venue = run.VenueId is null ? null : await db.Venues.AsNoTracking().SingleAsync(v => v.Id == run.VenueId, cancel);
        var booked = await (from booking in db.Bookings.AsNoTracking()
                            where booking.RunId == run.Id && booking.State == BookingState.Booked
                                && booking.Events.Any(e => BookingWords.GivePlace.Contains(e.Step) && e.At < before)
                            join person in db.Staff on booking.StaffId equals person.Id
                            where person.Email != null
                            select new { Booking = booking, person.Name, person.Email }).ToListAsync(cancel);
        return booked.Select(b => new BookingReminderMail(
            TellOfBookings.About(b.Booking, run, course.Title, SessionWords.Where(venue, course.Mode)), run.FirstDay, days,
            TellOfBookings.Terms(run), run.JoiningInstructions, b.Name, b.Email!));
    }
}
