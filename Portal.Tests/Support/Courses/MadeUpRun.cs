using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Tests.Support.Courses;

/// <summary>
/// An in-house course of an agency with a date that has begun and goes on next week, so that it can be changed and
/// marked, and someone on it.
/// </summary>
internal static class MadeUpRun
{
    public static async Task<Dictionary<string, Guid>> WriteAsync(PortalDb db, Id<Agency> agencyId)
    {
        var agency = await db.Agencies.SingleAsync(a => a.Id == agencyId);
        var provider = new Provider
        {
            PartnershipId = agency.PartnershipId, Name = $"Taught at {agency.Name}", Email = "training@provider.example",
            AgencyId = agencyId,
        };
        var course = new Course
        {
            PartnershipId = agency.PartnershipId, Code = $"T{await db.Courses.CountAsync()}", ProviderId = provider.Id, AgencyId = agencyId,
        };
        course.Change(
            new("Noticing the signs", "A day.", null, CourseMode.Room, 6, false, CourseAudience.OwnAgency, null, ["DV"], null, null,
                Money.OfPounds(50), null, null), Given.Today);
        var (before, after) = (Given.Today.AddDays(-1), Given.Today.AddDays(6));
        var run = Given.Run(course, sessions: [new(before, new(10, 0), new(16, 0)), new(after, new(10, 0), new(16, 0))]);
        var venue = Given.Venue(agency.PartnershipId, $"Room of {agency.Name}");
        var person = await db.Posts.Where(p => p.AgencyId == agencyId && p.LeftOn == null).OrderBy(p => p.Id).Select(p => p.StaffId)
            .FirstAsync();
        var system = Viewer.System(agency.PartnershipId);
        var booking = new RunPlaces(run, [], run.OpensAt).Ask(system, person, agencyId, course.Price, managerAgrees: true);
        db.AddRange(provider, course, run, venue, booking);
        await db.SaveAsync(system, "Prepared a test", CancellationToken.None);
        return new() { ["courseId"] = course.Id.Value, ["runId"] = run.Id.Value, ["venueId"] = venue.Id.Value };
    }
}
