using Portal.Data;

namespace Portal.Features.Courses.Places;

internal static class OwnBookings
{
    /// <summary>Bookings of the viewer themself, whatever else they may see.</summary>
    public static IQueryable<Booking> OwnOf(this IQueryable<Booking> bookings, Viewer viewer) => viewer.StaffId is { } self
        ? bookings.OfPartnership(viewer).Where(b => b.StaffId == self)
        : bookings.Where(_ => false);
}
