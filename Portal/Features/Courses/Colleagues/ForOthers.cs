using Portal.Data;

namespace Portal.Features.Courses.Colleagues;

/// <summary>For whom someone books who books for others: the people of their team or agency, or of any.</summary>
internal static class ForOthers
{
    /// <summary>Whether the viewer books for anyone but themself.</summary>
    public static bool BooksForOthers(this Viewer viewer) => viewer.Reach(Permission.BookPlaces) > Reach.Own;

    /// <summary>The jobs, not over today, of those at an agency for whom the viewer books.</summary>
    public static IQueryable<Post> BookedForBy(this IQueryable<Post> posts, Viewer viewer, Id<Agency> agency, DateOnly today) =>
        viewer.BooksForOthers()
            ? posts.VisibleTo(viewer, Permission.BookPlaces).CurrentOn(today).Where(p => p.AgencyId == agency)
            : posts.Where(_ => false);

    /// <summary>Bookings of those for whom the viewer books.</summary>
    public static IQueryable<Booking> BookedForBy(this IQueryable<Booking> bookings, Viewer viewer, PortalDb db, DateOnly today) =>
        viewer.BooksForOthers() ? bookings.VisibleTo(viewer, db, today, Permission.BookPlaces) : bookings.Where(_ => false);
}
