using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Courses.Colleagues;

/// <summary>
/// Places that are kept until someone agrees, within the viewer's reach, the most pressing first. Nobody agrees to their own; nor to one
/// that they asked for themself, while the person has a line manager who can.
/// </summary>
public sealed class BookingsToApprove(PortalDb db, UkClock clock)
{
    public sealed record Row(Id<Booking> Id, string Person, string Course, DateTime StartsAt, Money Price, DateTime AnswerBy);

    public async Task<Page<Row>> RunAsync(Viewer viewer, int page, CancellationToken cancel) => await (
        from booking in await ToAnswerAsync(viewer, cancel)
        join run in db.CourseRuns on booking.RunId equals run.Id
        join course in db.Courses on run.CourseId equals course.Id
        join person in db.Staff on booking.StaffId equals person.Id
        orderby booking.AnswerBy, booking.Id
        select new Row(booking.Id, person.Name, course.Title, run.StartsAt, booking.Price, booking.AnswerBy!.Value))
        .ToPageAsync(page, cancel);

    internal async Task<IQueryable<Booking>> ToAnswerAsync(Viewer viewer, CancellationToken cancel)
    {
        var (self, now) = (await db.OwnStaffAsync(viewer.PartnershipId, cancel, viewer.UserId), clock.Now);
        var posts = db.Posts.CurrentOn(clock.Today);
        return db.Bookings.AsNoTracking().VisibleTo(viewer, db, clock.Today, Permission.ApproveBookings)
            .Where(b => b.State == BookingState.AwaitingManager && b.AnswerBy > now && !self.Contains(b.StaffId))
            .Where(b => b.MadeBy != viewer.UserId
                || !posts.Any(p => p.StaffId == b.StaffId && p.AgencyId == b.AgencyId && p.ManagerId != null));
    }
}
