using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Outbox;
using Portal.Features.Courses.Places;

namespace Portal.Features.Courses.Mine;

/// <summary>
/// What a calendar reads by someone’s secret address: the places that they have, and those that they have used lately. Null for an
/// address that was never made, that is renewed or switched off, and for someone who may sign in no longer or has left.
/// </summary>
public sealed class FeedOfPlaces(PortalDb db, PortalAddress portal, UkClock clock)
{
    private const int DaysBack = 90;

    public async Task<string?> RunAsync(string? secret, CancellationToken cancel)
    {
        if (await ReaderAsync(OneTimeLink.HashOf(secret ?? ""), cancel) is not { } reader) return null;
        var (now, since) = (clock.Now, clock.Now.AddDays(-DaysBack));
        var support = await db.Partnerships.Where(p => p.Id == reader.PartnershipId).Select(p => new { p.ShortName, p.SupportEmail })
            .SingleAsync(cancel);
        var places = await (from booking in db.Bookings.AsNoTracking().OwnOf(reader)
                            where booking.State == BookingState.Booked || booking.State == BookingState.Attended
                                || booking.State == BookingState.PartAttended
                            join run in db.CourseRuns.AsNoTracking().Include(r => r.Sessions) on booking.RunId equals run.Id
                            where run.EndsAt > since
                            join course in db.Courses on run.CourseId equals course.Id
                            orderby run.StartsAt, booking.Id
                            select new
                            {
                                Booking = booking, Run = run, course.Mode, Venue = db.Venues.FirstOrDefault(v => v.Id == run.VenueId),
                            }).AsSplitQuery().ToListAsync(cancel);
        return CalendarEntry.Publish(places.Select(p => CalendarEntry.Of(p.Booking, p.Run, SessionWords.Where(p.Venue, p.Mode), portal,
            (support.ShortName, support.SupportEmail), attendee: null, now)));
    }

    /// <summary>Whose address it is, in a role that still holds today and books places.</summary>
    private async Task<Viewer?> ReaderAsync(string hash, CancellationToken cancel)
    {
        var found = await (from feed in db.CalendarFeeds
                           where feed.LinkHash == hash
                           join user in db.Users on feed.UserId equals user.Id
                           from membership in db.Memberships.CurrentOn(db, clock.Today)
                               .Where(m => m.UserId == user.Id && m.StaffId == feed.StaffId && m.PartnershipId == feed.PartnershipId)
                           select new { user.Id, user.Name, user.LockoutEnd, Membership = membership }).AsNoTracking().ToListAsync(cancel);
        return found.Where(f => f.LockoutEnd is not { } end || end.UtcDateTime <= clock.Now)
            .Select(f => Viewer.Of(f.Id, f.Name, f.Membership)).FirstOrDefault(v => v.May(Permission.BookPlaces));
    }
}
