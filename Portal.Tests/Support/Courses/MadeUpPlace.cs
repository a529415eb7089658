using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Tests.Support.Courses;

/// <summary>Courses, dates and places on them, written as a test needs them.</summary>
internal static class MadeUpPlace
{
    /// <summary>A published date of three hours of a course of its own, that can be booked until the evening before.</summary>
    /// <param name="level">The level that it leads to; in the framework in force.</param>
    public static async Task<CourseRun> RunAsync(
        PortalDb db, Id<Partnership> partnershipId, DateTime now, int level = 2, int inDays = 30, int places = 10,
        bool managerApproves = false, int pounds = 50)
    {
        var framework = await db.Partnerships.Where(p => p.Id == partnershipId).Select(p => p.FrameworkCode).SingleAsync();
        var number = await db.Courses.CountAsync(c => c.PartnershipId == partnershipId) + 1;
        var provider = new Provider
        {
            PartnershipId = partnershipId, Name = $"Harbour Training {number}", Email = "courses@harbour.example",
        };
        var course = new Course { PartnershipId = partnershipId, Code = $"M{number:00}", ProviderId = provider.Id };
        var (system, day) = (Viewer.System(partnershipId), UkClock.DayOf(now).AddDays(inDays));
        course.Change(
            new($"Made-up course {number}", "What it teaches.", null, CourseMode.Room, 3, IsRefresher: false, CourseAudience.Everyone, null,
                ["DV"], null, null, Money.OfPounds(pounds), null, null), UkClock.DayOf(now));
        course.Cover(framework, [level], []);
        var run = new CourseRun { PartnershipId = partnershipId, CourseId = course.Id };
        run.Plan(
            system, new(null, 1, places, now.AddHours(-1), UkClock.At(day.AddDays(-1), new(17, 0)), 5, Money.OfPounds(25),
                Money.OfPounds(75), managerApproves, null, null), [new(day, new(9, 30), new(12, 30))], null, 0, now.AddHours(-1));
        run.Publish(system, now.AddHours(-1));
        db.AddRange(provider, course, run);
        await db.SaveAsync(system, "Prepared a test", CancellationToken.None);
        return run;
    }

    /// <summary>Somebody's place on a date, or their turn in the queue.</summary>
    public static async Task<Booking> PlaceAsync(
        PortalDb db, CourseRun run, Id<Agency> agency, Id<StaffMember> person, DateTime now, bool managerAgrees = true)
    {
        var whole = await db.CourseRuns.Include(r => r.Sessions).Include(r => r.Allocations).SingleAsync(r => r.Id == run.Id);
        var system = Viewer.System(run.PartnershipId);
        var booking = new RunPlaces(whole, await db.Bookings.Where(b => b.RunId == run.Id).ToListAsync(), now)
            .Ask(system, person, agency, Money.OfPounds(50), managerAgrees);
        db.Add(booking);
        await db.SaveAsync(system, "Prepared a test", CancellationToken.None);
        return booking;
    }
}
