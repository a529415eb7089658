using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Courses.Places;

/// <summary>Takes the place that is offered, or turns it down: either is final.</summary>
public sealed class AnswerOffer(PortalDb db, PlacesOfRun places, Eligibility eligibility, UkClock clock)
{
    /// <summary>One that is offered to the viewer.</summary>
    public async Task RunAsync(Viewer viewer, Id<Booking> bookingId, bool accept, CancellationToken cancel) =>
        await RunAsync(viewer, await db.Bookings.AsNoTracking().OwnOf(viewer).Where(b => b.Id == bookingId)
            .OneOrRefuseAsync("This offer is not yours", null, cancel), accept, managerAgrees: false, cancel);

    /// <param name="offered">Within the viewer’s reach.</param>
    /// <param name="managerAgrees">Whether whoever answers is the line manager, so that nobody need ask them.</param>
    internal Task RunAsync(Viewer viewer, Booking offered, bool accept, bool managerAgrees, CancellationToken cancel) =>
        places.RunAsync(viewer, offered.RunId, [offered.StaffId], async (run, there) =>
        {
            var booking = there.Bookings.Single(b => b.Id == offered.Id);
            if (!accept) booking.TurnDown(viewer, clock.Now);
            else
            {
                await eligibility.RefuseUnlessAsync(run, new(booking.StaffId, booking.AgencyId), cancel);
                booking.Accept(run, viewer, clock.Now);
                if (managerAgrees && booking.State == BookingState.AwaitingManager) booking.Agree(viewer, clock.Now);
            }
            return accept ? "Took a place that was offered" : "Turned down a place that was offered";
        }, cancel);
}
