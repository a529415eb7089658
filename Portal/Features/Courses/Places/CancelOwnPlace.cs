using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Courses.Places;

/// <summary>Gives back the viewer’s own place, or their turn in the queue. Nobody asks why.</summary>
public sealed class CancelOwnPlace(PortalDb db, PlacesOfRun places, UkClock clock)
{
    /// <param name="seen">The version that the person saw: what cancelling costs may have changed since.</param>
    public async Task RunAsync(Viewer viewer, Id<Booking> bookingId, int seen, CancellationToken cancel)
    {
        var own = await db.Bookings.AsNoTracking().OwnOf(viewer).Where(b => b.Id == bookingId)
            .OneOrRefuseAsync("This booking is not yours", null, cancel);
        await places.RunAsync(viewer, own.RunId, [own.StaffId], (run, there) =>
        {
            var booking = there.Bookings.Single(b => b.Id == bookingId);
            Refused.IfStale(booking, seen);
            booking.Cancel(run, viewer, clock.Now);
            return Task.FromResult(booking.IsLate ? "Cancelled a place late" : "Cancelled a place");
        }, cancel);
    }
}
