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
            var (course, type) = await OfferedAsync(viewer, run.CourseId, agencyId, cancel);
            await eligibility.RefuseUnlessAsync(run, new(self, agencyId), cancel);
            var booking = there.Ask(viewer, self, agencyId, course.PriceFor(type), managerAgrees: false);
            if (accessNeed is not null) db.AccessNeeds.Add(new() { BookingId = booking.Id, Text = accessNeed });
            made = booking.Id;
            return $"{(booking.State == BookingState.Waiting ? "Joined the waiting list for" : "Booked a place on")} {course.Title}";
        }, cancel);
        return made;
    }

    /// <summary>The course with its prices, and what kind of agency pays, in one question while the date is held.</summary>
    private async Task<(Course Course, AgencyType Type)> OfferedAsync(
        Viewer viewer, Id<Course> courseId, Id<Agency> agencyId, CancellationToken cancel)
    {
        var found = await (from course in db.Courses.AsNoTracking().OfferedTo(viewer).Include(c => c.Prices)
                           where course.Id == courseId
                           from agency in db.Agencies
                           where agency.Id == agencyId
                           select new { Course = course, agency.Type })
            .OneOrRefuseAsync("This course is for people of the agency that gives it", null, cancel);
        return (found.Course, found.Type);
    }
}
