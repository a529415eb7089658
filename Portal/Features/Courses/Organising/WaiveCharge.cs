using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Courses.Organising;

/// <summary>Asks nothing for a place that would be charged. Nobody is asked why.</summary>
public sealed class WaiveCharge(PortalDb db, UkClock clock)
{
    public Task RunAsync(Viewer viewer, Id<CourseRun> runId, Id<Booking> bookingId, CancellationToken cancel)
    {
        viewer.Require(Permission.WaiveCharges);
        var runs = db.CourseRuns.VisibleTo(viewer, db, Permission.WaiveCharges).Where(r => r.Id == runId);
        return db.StepAsync(viewer, bookingId, db.Bookings.Where(b => runs.Any(r => r.Id == b.RunId)), null, "booking", async booking =>
        {
            if (booking.Charge(await runs.AsNoTracking().SingleAsync(cancel)) == Money.Zero && !booking.IsWaived)
                throw new Refused("Nothing is charged for this place");
            booking.Waive(viewer, clock.Now);
            return "Waived the charge for a place";
        }, cancel);
    }
}
