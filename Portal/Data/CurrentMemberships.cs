namespace Portal.Data;

/// <summary>
/// Which memberships hold on a day. One that rests on an entry of a staff list holds only while that person is in a job at
/// the agency: access ends with the post, whoever ends the post and by whichever door.
/// </summary>
public static class CurrentMemberships
{
    /// <summary>
    /// Memberships with which a person may act on a day, and by which they are written to. The session asks the same at each request,
    /// and whoever speaks of a vacancy: a lead who begins next month does not fill it today.
    /// </summary>
    public static IQueryable<Membership> CurrentOn(this IQueryable<Membership> memberships, PortalDb db, DateOnly day) =>
        memberships.Where(m =>
            m.From <= day && (m.Until == null || m.Until > day)
            && (m.StaffId == null || db.Posts.HeldOn(day).Any(p => p.StaffId == m.StaffId && p.AgencyId == m.AgencyId)));

    /// <summary>
    /// Those that hold on a day or are still to begin, with their job or by themselves: whoever has one
    /// need not be asked again.
    /// </summary>
    public static IQueryable<Membership> NotOverOn(this IQueryable<Membership> memberships, PortalDb db, DateOnly day) =>
        memberships.Where(m =>
            (m.Until == null || m.Until > day)
            && (m.StaffId == null || db.Posts.CurrentOn(day).Any(p => p.StaffId == m.StaffId && p.AgencyId == m.AgencyId)));
}
