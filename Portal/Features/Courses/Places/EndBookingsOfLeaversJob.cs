using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Courses.Places;

/// <summary>
/// Cancels the bookings to come of people who no longer work for the agency whose place it is, tells its training leads, and so offers
/// the place to whoever waits. What they attended stays theirs.
/// </summary>
public sealed class EndBookingsOfLeaversJob(PortalDb db, PlacesOfRun places, UkClock clock)
{
    public async Task<string?> RunAsync(CancellationToken cancel)
    {
        var (now, today) = (clock.Now, clock.Today);
        var left = await (from booking in db.Bookings.AsNoTracking().Live()
                          where !db.Posts.CurrentOn(today).Any(p => p.StaffId == booking.StaffId && p.AgencyId == booking.AgencyId)
                          join run in db.CourseRuns on booking.RunId equals run.Id
                          where run.State == RunState.Published && run.StartsAt > now
                          orderby run.StartsAt, booking.Number
                          select booking).ToListAsync(cancel);
        foreach (var booking in left)
        {
            await EndAsync(booking, cancel);
            db.ChangeTracker.Clear();
        }
        return left.Count == 0 ? null : $"Cancelled {Words.Count(left.Count, "booking")} of people who left";
    }

    private async Task EndAsync(Booking ended, CancellationToken cancel)
    {
        var system = Viewer.System(ended.PartnershipId);
        var course = await db.Courses.Where(c => db.CourseRuns.Any(r => r.Id == ended.RunId && r.CourseId == c.Id))
            .Select(c => c.Title).SingleAsync(cancel);
        var person = await db.Staff.Where(s => s.Id == ended.StaffId).Select(s => s.Name).SingleAsync(cancel);
        var leads = (await db.LeadsAsync(system, ended.AgencyId, clock.Today, cancel))[ended.AgencyId].Training;
        await places.RunAsync(system, ended.RunId, [ended.StaffId], (run, there) =>
        {
            // Somebody may have been quicker.
            if (there.Bookings.Single(b => b.Id == ended.Id) is { State: <= BookingState.Booked } booking)
            {
                booking.Cancel(run, system, clock.Now);
                var about = TellOfBookings.About(booking, run, course, where: "");
                foreach (var lead in leads.DistinctBy(l => l.Email))
                    db.Enqueue(new LeaverPlaceMail(about, person, booking.Charge(run), lead.Name, lead.Email));
            }
            return Task.FromResult("Cancelled a booking of someone who left");
        }, cancel);
    }
}
