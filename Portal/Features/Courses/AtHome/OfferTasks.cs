using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Courses.Places;
using Portal.Features.Hubs;

namespace Portal.Features.Courses.AtHome;

/// <summary>Places that are offered to the person themself.</summary>
public sealed class OfferTasks(PortalDb db, UkClock clock) : ITasks
{
    public int Order => 15;
    public Permission? Needs => Permission.BookPlaces;

    public async Task<IReadOnlyList<HomeTask>> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        var now = clock.Now;
        var offers = await (from booking in db.Bookings.OwnOf(viewer)
                            where booking.State == BookingState.Offered && booking.AnswerBy > now
                            join run in db.CourseRuns on booking.RunId equals run.Id
                            join course in db.Courses on run.CourseId equals course.Id
                            orderby booking.AnswerBy
                            select new { booking.Id, course.Title, booking.AnswerBy }).ToListAsync(cancel);
        return [.. offers.Select(o => new HomeTask($"Take or turn down the place on {o.Title}", $"/Courses/Places/{o.Id}",
            UkClock.DayOf(o.AnswerBy!.Value), $"Answer by {Words.Instant(o.AnswerBy!.Value)}; then it goes to the next person"))];
    }
}
