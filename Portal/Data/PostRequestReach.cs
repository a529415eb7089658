namespace Portal.Data;

/// <summary>Who may answer for someone whom another agency wishes to have on its staff list.</summary>
public static class PostRequestReach
{
    /// <summary>The agencies other than the one that asks where someone is in post on a day; where there is none, the one that they left last.</summary>
    public static IQueryable<Id<Agency>> AgenciesThatAnswer(this PortalDb db, Id<StaffMember> staffId, Id<Agency> asking, DateOnly today)
    {
        var others = db.Posts.Where(p => p.StaffId == staffId && p.AgencyId != asking);
        return others.Where(p => p.LeftOn == null || p.LeftOn > today || !others.Any(q => q.LeftOn == null || q.LeftOn > p.LeftOn)).Select(p => p.AgencyId).Distinct();
    }

    /// <summary>
    /// Requests that someone may answer: every one for the whole partnership; for an agency those about people whom it knows,
    /// never its own; for anyone else those about themselves.
    /// </summary>
    public static IQueryable<PostRequest> ToAnswerBy(this IQueryable<PostRequest> requests, Viewer viewer, PortalDb db, DateOnly today) =>
        viewer.Reach(Permission.AnswerPostRequests) switch
        {
            Reach.Partnership => requests.OfPartnership(viewer),
            Reach.Agency => requests.OfPartnership(viewer).Where(r => r.AgencyId != viewer.AgencyId && db.Posts.Any(p => p.StaffId == r.StaffId && p.AgencyId == viewer.AgencyId
                && (p.LeftOn == null || p.LeftOn > today || !db.Posts.Any(q => q.StaffId == r.StaffId && q.AgencyId != r.AgencyId && (q.LeftOn == null || q.LeftOn > p.LeftOn))))),
            Reach.Team or Reach.Own => requests.OfPartnership(viewer).Where(r => r.StaffId == viewer.StaffId),
            Reach.None => requests.Where(_ => false),
        };

    /// <summary>Requests of the viewer's agency.</summary>
    public static IQueryable<PostRequest> AskedBy(this IQueryable<PostRequest> requests, Viewer viewer) =>
        viewer.Reach(Permission.EditStaff) == Reach.Agency ? requests.OfPartnership(viewer).Where(r => r.AgencyId == viewer.AgencyId) : requests.Where(_ => false);
}
