using Microsoft.EntityFrameworkCore;
using Portal.Components.GovUk;
using Portal.Data;

namespace Portal.Features.Courses.Colleagues;

/// <summary>What the filters of bookings offer: courses that have been booked, and agencies for a viewer who reaches several.</summary>
public sealed class BookingChoices(PortalDb db, AgencyBookings bookings)
{
    public sealed record Offer(IReadOnlyList<Choice> Courses, IReadOnlyList<Choice> Agencies);

    public async Task<Offer> RunAsync(Viewer viewer, CancellationToken cancel) => new(
        [.. (await bookings.CoursesAsync(viewer, cancel)).Select(c => new Choice($"{c.Id}", c.Title))],
        viewer.Reach(Permission.ReadBookings) != Reach.Partnership ? []
            : [.. (await db.Agencies.OfPartnership(viewer).OrderBy(a => NameSearch.Folded(a.Name)).ThenBy(a => a.Id)
                .Select(a => new { a.Id, a.Name })
                .ToListAsync(cancel)).Select(a => new Choice($"{a.Id}", a.Name))]);
}
