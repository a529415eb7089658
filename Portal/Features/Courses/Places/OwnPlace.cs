using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Outbox;

namespace Portal.Features.Courses.Places;

/// <summary>A booking of the viewer’s own; null when it is not theirs.</summary>
public sealed class OwnPlace(PortalDb db, PortalAddress portal, UkClock clock)
{
    public sealed record Details
    {
        public required Booking Booking { get; init; }
        public required CourseRun Run { get; init; }
        public required string Course { get; init; }

        /// <summary>Who gives it, and their address.</summary>
        public required (string Name, string Email) Provider { get; init; }
        public required Venue? Venue { get; init; }
        public required string Where { get; init; }

        /// <summary>The place in the queue, and how long that is; null for one who does not wait.</summary>
        public required (int Number, int Of)? Position { get; init; }
        public required DateTime Now { get; init; }

        /// <summary>What a calendar takes in; null unless the place is booked.</summary>
        public required string? Calendar { get; init; }

        /// <summary>Whether there is a certificate that is genuine.</summary>
        public required bool HasCertificate { get; init; }
        public bool HasBegun => Run.StartsAt <= Now;
        public bool CanCancel => Booking.State.IsLive() && !HasBegun;

        /// <summary>What cancelling now would cost.</summary>
        public Money CostOfCancelling => Booking.WouldBeLateAt(Run, Now) ? Run.LateFee : Money.Zero;
        public string? Joining => Booking.State == BookingState.Booked ? Run.JoiningInstructions : null;
    }

    public async Task<Details?> RunAsync(Viewer viewer, Id<Booking> bookingId, CancellationToken cancel)
    {
        var booking = await db.Bookings.AsNoTracking().OwnOf(viewer).SingleOrDefaultAsync(b => b.Id == bookingId, cancel);
        if (booking is null) return null;
        var run = await db.CourseRuns.AsNoTracking().Include(r => r.Sessions).SingleAsync(r => r.Id == booking.RunId, cancel);
        var course = await db.Courses.Where(c => c.Id == run.CourseId)
            .Select(c => new { c.Title, c.Mode, Provider = db.Providers.First(p => p.Id == c.ProviderId) }).SingleAsync(cancel);
        var venue = run.VenueId is null ? null : await db.Venues.AsNoTracking().SingleAsync(v => v.Id == run.VenueId, cancel);
        var waiting = booking.State != BookingState.Waiting ? [] : await db.Bookings
            .Where(b => b.RunId == run.Id && b.State == BookingState.Waiting).Select(b => b.Number).ToListAsync(cancel);
        var where = SessionWords.Where(venue, course.Mode);
        return new()
        {
            Booking = booking, Run = run, Course = course.Title, Venue = venue, Where = where, Now = clock.Now,
            Provider = (course.Provider.Name, course.Provider.Email),
            Position = waiting.Count == 0 ? null : (waiting.Count(n => n <= booking.Number), waiting.Count),
            HasCertificate = await db.Certificates.AnyAsync(c => c.BookingId == bookingId && c.RevokedOn == null, cancel),
            Calendar = booking.State == BookingState.Booked ? await CalendarAsync(booking, run, where, cancel) : null,
        };
    }

    private async Task<string> CalendarAsync(Booking booking, CourseRun run, string where, CancellationToken cancel)
    {
        var support = await db.Partnerships.Where(p => p.Id == run.PartnershipId).Select(p => new { p.ShortName, p.SupportEmail })
            .SingleAsync(cancel);
        return CalendarEntry.Of(booking, run, where, portal, (support.ShortName, support.SupportEmail), null, clock.Now).Publish();
    }
}
