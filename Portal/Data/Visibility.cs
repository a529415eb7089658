namespace Portal.Data;

/// <summary>
/// What each person may see, row by row: finding is permission, and what is not found is a 404. Every query of a page, an
/// export or an act begins with one of these.
/// </summary>
public static class Visibility
{
    /// <summary>Rows of the person's partnership: for what everyone in it may read.</summary>
    public static IQueryable<T> OfPartnership<T>(this IQueryable<T> rows, Viewer viewer) where T : IBelongToPartnership =>
        rows.Where(r => r.PartnershipId == viewer.PartnershipId);

    /// <summary>Agencies within reach of a permission.</summary>
    public static IQueryable<Agency> VisibleTo(
        this IQueryable<Agency> agencies, Viewer viewer, Permission permission = Permission.ReadAgencies) =>
        viewer.Reach(permission) switch
        {
            Reach.Partnership => agencies.OfPartnership(viewer),
            Reach.Agency or Reach.Team or Reach.Own => agencies.OfPartnership(viewer).Where(a => a.Id == viewer.AgencyId),
            Reach.None => agencies.Where(_ => false),
        };

    /// <summary>Posts within reach: everyone's, the agency's, those of the team, or the person's own.</summary>
    public static IQueryable<Post> VisibleTo(this IQueryable<Post> posts, Viewer viewer, Permission permission = Permission.ReadStaff) =>
        viewer.Reach(permission) switch
        {
            Reach.Partnership => posts.OfPartnership(viewer),
            Reach.Agency => posts.OfPartnership(viewer).Where(p => p.AgencyId == viewer.AgencyId),
            Reach.Team => posts.OfPartnership(viewer)
                .Where(p => p.AgencyId == viewer.AgencyId && (p.ManagerId == viewer.StaffId || p.StaffId == viewer.StaffId)),
            Reach.Own => posts.OfPartnership(viewer).Where(p => p.StaffId == viewer.StaffId),
            Reach.None => posts.Where(_ => false),
        };

    /// <summary>
    /// People within reach: those who hold a post that is within reach today. An agency's view of a person ends when the
    /// person leaves; the record goes with them.
    /// </summary>
    public static IQueryable<StaffMember> VisibleTo(
        this IQueryable<StaffMember> staff, Viewer viewer, PortalDb db, DateOnly today, Permission permission = Permission.ReadRecord) =>
        viewer.Reach(permission) switch
        {
            Reach.Partnership => staff.OfPartnership(viewer),
            Reach.Own => staff.OfPartnership(viewer).Where(s => s.Id == viewer.StaffId),
            _ => staff.Where(s => db.Posts.VisibleTo(viewer, permission).CurrentOn(today).Any(p => p.StaffId == s.Id)),
        };

    /// <summary>Rows that belong to an agency, within reach of a permission: everyone's, or the agency's.</summary>
    private static IQueryable<T> Within<T>(this IQueryable<T> rows, Viewer viewer, Permission permission) where T : IBelongToAgency =>
        viewer.Reach(permission) switch
        {
            Reach.Partnership => rows.OfPartnership(viewer),
            Reach.Agency or Reach.Team or Reach.Own => rows.OfPartnership(viewer).Where(r => r.AgencyId == viewer.AgencyId),
            Reach.None => rows.Where(_ => false),
        };

    public static IQueryable<StandardResult> VisibleTo(this IQueryable<StandardResult> results, Viewer viewer) =>
        results.Within(viewer, Permission.ReadResults);

    public static IQueryable<Flag> VisibleTo(this IQueryable<Flag> flags, Viewer viewer) => flags.Within(viewer, Permission.ReadFlags);

    /// <summary>Imports within reach of the permission to make them.</summary>
    public static IQueryable<Import> VisibleTo(this IQueryable<Import> imports, Viewer viewer) =>
        imports.Within(viewer, Permission.ImportStaff);

    /// <summary>Courses that the person looks after: all, the in-house ones of their agency, or those that their provider gives.</summary>
    public static IQueryable<Course> VisibleTo(this IQueryable<Course> courses, Viewer viewer, Permission permission) =>
        viewer.Reach(permission) switch
        {
            Reach.Partnership => courses.OfPartnership(viewer),
            Reach.Agency or Reach.Team => courses.OfPartnership(viewer).Where(c => c.AgencyId == viewer.AgencyId),
            Reach.Own => courses.OfPartnership(viewer).Where(c => c.ProviderId == viewer.ProviderId),
            Reach.None => courses.Where(_ => false),
        };

    /// <summary>
    /// Courses that someone finds in the catalogue: the partnership’s, the in-house ones of their own agency, and what their own provider
    /// gives.
    /// </summary>
    public static IQueryable<Course> OfferedTo(this IQueryable<Course> courses, Viewer viewer) =>
        viewer.Reach(Permission.EditCourses) == Reach.Partnership
            ? courses.OfPartnership(viewer)
            : courses.OfPartnership(viewer)
                .Where(c => c.AgencyId == null || c.AgencyId == viewer.AgencyId || c.ProviderId == viewer.ProviderId);

    /// <summary>Runs that the person looks after, as they look after their courses.</summary>
    public static IQueryable<CourseRun> VisibleTo(
        this IQueryable<CourseRun> runs, Viewer viewer, PortalDb db, Permission permission = Permission.RunCourses) =>
        runs.OfPartnership(viewer).Where(r => db.Courses.VisibleTo(viewer, permission).Any(c => c.Id == r.CourseId));

    /// <summary>Bookings within reach of a permission: everyone's, the agency's, those of the team, or the person's own.</summary>
    public static IQueryable<Booking> VisibleTo(
        this IQueryable<Booking> bookings, Viewer viewer, PortalDb db, DateOnly today, Permission permission = Permission.ReadBookings) =>
        viewer.Reach(permission) switch
        {
            Reach.Partnership => bookings.OfPartnership(viewer),
            Reach.Agency => bookings.OfPartnership(viewer).Where(b => b.AgencyId == viewer.AgencyId),
            Reach.Team => bookings.OfPartnership(viewer).Where(b => b.AgencyId == viewer.AgencyId
                && db.Posts.CurrentOn(today).Any(p => p.StaffId == b.StaffId && p.AgencyId == viewer.AgencyId
                    && (p.ManagerId == viewer.StaffId || p.StaffId == viewer.StaffId))),
            Reach.Own => bookings.OfPartnership(viewer).Where(b => b.StaffId == viewer.StaffId),
            Reach.None => bookings.Where(_ => false),
        };

    /// <summary>Editions: those who prepare or approve them see drafts, everyone else what was issued.</summary>
    public static IQueryable<Edition> VisibleTo(this IQueryable<Edition> editions, Viewer viewer) =>
        !viewer.May(Permission.ReadEditions) ? editions.Where(_ => false)
        : viewer.May(Permission.PrepareEditions) ? editions.OfPartnership(viewer)
        : editions.OfPartnership(viewer).Where(e => e.State == EditionState.Issued || e.State == EditionState.Superseded);

    /// <summary>Returns within reach: everyone's, the agency's, or for a colleague those of which a section is shared with them.</summary>
    public static IQueryable<AgencyReturn> VisibleTo(
        this IQueryable<AgencyReturn> returns, Viewer viewer, PortalDb db, Permission permission = Permission.ReadReturns)
    {
        var within = returns.Within(viewer, permission);
        return viewer.Reach(permission) is not (Reach.Team or Reach.Own) ? within
            : within.Where(a => db.ReturnShares.Any(s => s.ReturnId == a.Id && s.UserId == viewer.UserId));
    }

    /// <summary>
    /// Requests to commission training that someone may find: those of the whole partnership once they are shared, and of an agency also
    /// its own, and those along with which it asks; for a colleague those of which a part is shared out to them. What is found so is not
    /// yet read in full.
    /// </summary>
    public static IQueryable<CommissioningRequest> VisibleTo(this IQueryable<CommissioningRequest> requests, Viewer viewer) =>
        !viewer.May(Permission.ReadRequests) ? requests.HelpedBy(viewer)
        : viewer.Reach(Permission.ReadRequests) != Reach.Partnership ? requests.OfPartnership(viewer).Where(r =>
            r.AgencyId == viewer.AgencyId || (r.SharedAt != null && r.State != RequestState.Withdrawn)
            || r.Parties.Any(p => p.AgencyId == viewer.AgencyId))
        : viewer.May(Permission.DecideRequests) ? requests.OfPartnership(viewer).Where(r => r.SharedAt != null || r.AgencyId == null)
        : requests.OfPartnership(viewer).Where(r => r.SharedAt != null);

    /// <summary>Requests in which someone may write: of their agency, the partnership’s own, or those shared out to them.</summary>
    public static IQueryable<CommissioningRequest> WrittenBy(this IQueryable<CommissioningRequest> requests, Viewer viewer) =>
        viewer.Reach(Permission.WriteRequests) switch
        {
            Reach.Partnership => requests.OfPartnership(viewer).Where(r => r.AgencyId == null),
            Reach.Agency or Reach.Team or Reach.Own => requests.OfPartnership(viewer).Where(r => r.AgencyId == viewer.AgencyId),
            Reach.None => requests.HelpedBy(viewer),
        };

    /// <summary>Requests of their own agency of which a part is shared out to a colleague, as long as it is written.</summary>
    public static IQueryable<CommissioningRequest> HelpedBy(this IQueryable<CommissioningRequest> requests, Viewer viewer) =>
        !viewer.May(Permission.HelpWithRequests) ? requests.Where(_ => false)
        : requests.OfPartnership(viewer).Where(r => r.AgencyId == viewer.AgencyId && r.Helpers.Any(h => h.UserId == viewer.UserId)
            && (r.State == RequestState.Draft || r.State == RequestState.ChangesRequested));
}
