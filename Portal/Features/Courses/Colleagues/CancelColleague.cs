using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Courses.Places;

namespace Portal.Features.Courses.Colleagues;

/// <summary>Gives back the place, or the turn, of someone for whom the viewer books. Nobody is asked why.</summary>
public sealed class CancelColleague(PortalDb db, PlacesOfRun places, UkClock clock)
{
    /// <param name="seen">The version that the viewer saw: what cancelling costs may have changed since.</param>
    public async Task RunAsync(Viewer viewer, Id<Booking> bookingId, int seen, CancellationToken cancel)
    {
        var found = await db.Bookings.AsNoTracking().BookedForBy(viewer, db, clock.Today).Where(b => b.Id == bookingId)
            .OneOrRefuseAsync("This booking is not within your reach", null, cancel);
        await places.RunAsync(viewer, found.RunId, [found.StaffId], (run, there) =>
        {
            var booking = there.Bookings.Single(b => b.Id == bookingId);
            Refused.IfStale(booking, seen);
            booking.Cancel(run, viewer, clock.Now);
            return Task.FromResult(booking.IsLate ? "Cancelled a colleague’s place late" : "Cancelled a colleague’s place");
        }, cancel);
    }
}
