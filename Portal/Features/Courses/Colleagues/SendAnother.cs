using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Courses.Places;

namespace Portal.Features.Courses.Colleagues;

/// <summary>Passes a booked place to a colleague of the same agency, up to the beginning. It costs nothing.</summary>
public sealed class SendAnother(PortalDb db, PlacesOfRun places, Eligibility eligibility, UkClock clock)
{
    /// <param name="seen">The version of the booking that the viewer saw.</param>
    public async Task RunAsync(Viewer viewer, Id<Booking> bookingId, Id<StaffMember> to, int seen, CancellationToken cancel)
    {
        var found = await db.Bookings.AsNoTracking().BookedForBy(viewer, db, clock.Today).Where(b => b.Id == bookingId)
            .OneOrRefuseAsync("This booking is not within your reach", null, cancel);
        await places.RunAsync(viewer, found.RunId, [found.StaffId, to], async (run, there) =>
        {
            var booking = there.Bookings.Single(b => b.Id == bookingId);
            Refused.IfStale(booking, seen);
            if (!await db.Posts.BookedForBy(viewer, booking.AgencyId, clock.Today).AnyAsync(p => p.StaffId == to, cancel))
                throw new Refused("Select a colleague for whom you book", "To");
            await eligibility.RefuseUnlessAsync(run, new(to, booking.AgencyId), cancel);
            there.PassOn(viewer, booking, to);
            return "Passed a place to a colleague";
        }, cancel);
    }
}
