using Portal.Data;
using Portal.Features.Courses.Places;

namespace Portal.Features.Courses.Colleagues;

/// <summary>Agrees to a place that someone asked for, or does not. Nobody is asked why.</summary>
public sealed class AnswerBooking(BookingsToApprove toApprove, PlacesOfRun places, UkClock clock)
{
    public async Task RunAsync(Viewer viewer, Id<Booking> bookingId, bool agree, CancellationToken cancel)
    {
        viewer.Require(Permission.ApproveBookings);
        var found = await (await toApprove.ToAnswerAsync(viewer, cancel)).Where(b => b.Id == bookingId)
            .OneOrRefuseAsync("This request is not yours to answer, or it has been answered", null, cancel);
        await places.RunAsync(viewer, found.RunId, [found.StaffId], (_, there) =>
        {
            var booking = there.Bookings.Single(b => b.Id == bookingId);
            if (agree) booking.Agree(viewer, clock.Now);
            else booking.Decline(viewer, clock.Now);
            return Task.FromResult(agree ? "Agreed to a booking" : "Did not agree to a booking");
        }, cancel);
    }
}
