using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Courses.Mine;

/// <summary>When the viewer’s calendar address was made; null when they have none. The address itself is not known.</summary>
public sealed class OwnFeed(PortalDb db)
{
    public Task<DateTime?> RunAsync(Viewer viewer, CancellationToken cancel) =>
        db.CalendarFeeds.OwnOf(viewer).Select(f => (DateTime?)f.MadeAt).SingleOrDefaultAsync(cancel);
}

internal static class OwnFeeds
{
    public static IQueryable<CalendarFeed> OwnOf(this IQueryable<CalendarFeed> feeds, Viewer viewer) =>
        viewer is { UserId: { } user, StaffId: { } self }
            ? feeds.OfPartnership(viewer).Where(f => f.UserId == user && f.StaffId == self)
            : feeds.Where(_ => false);
}
