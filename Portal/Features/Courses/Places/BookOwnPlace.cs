using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Courses.Places;

/// <summary>Books a place for the viewer themself, or puts them at the end of the queue.</summary>
public sealed class BookOwnPlace(PortalDb db, PlacesOfRun places, Eligibility eligibility)
{
    /// <param name="accessNeed">What they need to take part, for the organiser alone; null when nothing.</param>
    public async Task<Id<Booking>> RunAsync(Viewer viewer, Id<CourseRun> runId, string? accessNeed, CancellationToken cancel)
    {
        viewer.Require(Permission.BookPlaces);
        if (viewer is not { StaffId: { } self, AgencyId: { } agencyId })
            throw new Refused("You are on no staff list, so a place cannot be booked for you. Ask your agency’s training lead to add you");
        Id<Booking> made = default;
        await places.RunAsync(viewer, runId, [self], async (run, there) =>
        {
            var course = await db.Courses.AsNoTracking().OfferedTo(viewer).Include(c => c.Prices).Where(c => c.Id == run.CourseId)
                .OneOrRefuseAsync("This course is for people of the agency that gives it", null, cancel);
            await eligibility.RefuseUnlessAsync(run, new(self, agencyId), cancel);
            var type = await db.Agencies.Where(a => a.Id == agencyId).Select(a => a.Type).SingleAsync(cancel);
            var booking = there.Ask(viewer, self, agencyId, course.PriceFor(type), managerAgrees: false);
            if (accessNeed is not null) db.AccessNeeds.Add(new() { BookingId = booking.Id, Text = accessNeed });
            made = booking.Id;
            return $"{(booking.State == BookingState.Waiting ? "Joined the waiting list for" : "Booked a place on")} {course.Title}";
        }, cancel);
        return made;
    }
}
