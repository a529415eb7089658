using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Courses.Runs;

/// <summary>
/// What the form of a date offers: venues, the agencies that places can be kept for, and the people of the course’s provider.
/// </summary>
public sealed class RunChoices(PortalDb db, UkClock clock)
{
    public sealed record Named<T>(Id<T> Id, string Name);
    public sealed record Offer(
        IReadOnlyList<Named<Venue>> Venues, IReadOnlyList<Named<Agency>> Agencies, IReadOnlyList<Named<User>> Trainers);

    public async Task<Offer> RunAsync(Viewer viewer, Id<Course> courseId, CancellationToken cancel)
    {
        var today = clock.Today;
        var course = await db.Courses.VisibleTo(viewer, Permission.RunCourses).Where(c => c.Id == courseId)
            .Select(c => new { c.ProviderId, c.AgencyId }).SingleAsync(cancel);
        var venues = await db.Venues.OfPartnership(viewer).OrderBy(v => NameSearch.Folded(v.Name))
            .Select(v => new Named<Venue>(v.Id, v.Name))
            .ToListAsync(cancel);
        // Of an in-house course all places are the agency's already.
        var agencies = await db.Agencies.OfPartnership(viewer).OpenOn(today).Where(_ => course.AgencyId == null)
            .OrderBy(a => NameSearch.Folded(a.Name))
            .Select(a => new Named<Agency>(a.Id, a.Name)).ToListAsync(cancel);
        var trainers = await db.Memberships.OfPartnership(viewer).CurrentOn(db, today)
            .Where(m => m.Role == Role.CourseProvider && m.ProviderId == course.ProviderId)
            .Join(db.Users, m => m.UserId, u => u.Id, (m, u) => new { u.Id, u.Name }).Distinct()
            .OrderBy(u => NameSearch.Folded(u.Name)).ThenBy(u => u.Id)
            .Select(u => new Named<User>(u.Id, u.Name)).ToListAsync(cancel);
        return new(venues, agencies, trainers);
    }
}
