using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Courses.Colleagues;

/// <summary>A booking of someone for whom the viewer books; null when it is not theirs to see.</summary>
public sealed class PlaceOfColleague(PortalDb db, UkClock clock)
{
    public sealed record Details
    {
        public required Booking Booking { get; init; }
        public required CourseRun Run { get; init; }
        public required string Course { get; init; }
        public required string Person { get; init; }
        public required DateTime Now { get; init; }
        public bool HasBegun => Run.StartsAt <= Now;
        public bool CanCancel => Booking.State.IsLive() && !HasBegun;

        /// <summary>Whether a place is offered that can still be taken.</summary>
        public bool CanAnswer => Booking.State == BookingState.Offered && !Booking.IsUnansweredAt(Run, Now);
        public bool CanPassOn => Booking.State == BookingState.Booked && !HasBegun;

        /// <summary>What cancelling now would cost.</summary>
        public Money CostOfCancelling => Booking.State == BookingState.Booked && Now >= Run.LateFrom ? Run.LateFee : Money.Zero;
    }

    public async Task<Details?> RunAsync(Viewer viewer, Id<Booking> bookingId, CancellationToken cancel)
    {
        var booking = await db.Bookings.AsNoTracking().BookedForBy(viewer, db, clock.Today).Include(b => b.Events.OrderBy(e => e.At))
            .SingleOrDefaultAsync(b => b.Id == bookingId, cancel);
        if (booking is null) return null;
        var run = await db.CourseRuns.AsNoTracking().Include(r => r.Sessions).SingleAsync(r => r.Id == booking.RunId, cancel);
        return new()
        {
            Booking = booking, Run = run, Now = clock.Now,
            Course = await db.Courses.Where(c => c.Id == run.CourseId).Select(c => c.Title).SingleAsync(cancel),
            Person = await db.Staff.Where(s => s.Id == booking.StaffId).Select(s => s.Name).SingleAsync(cancel),
        };
    }
}
