namespace Portal.Data;

/// <summary>Who may answer for someone whom another agency wishes to have on its staff list.</summary>
public static class PostRequestReach
{
    private sealed class Answering
    {
        public required Id<StaffMember> StaffId { get; init; }
        public required Id<Agency> AgencyId { get; init; }
        public required Id<Agency> Asking { get; init; }
    }

    /// <summary>The agencies that may answer an agency that asks for someone.</summary>
    public static IQueryable<Id<Agency>> AgenciesThatAnswer(this PortalDb db, Id<StaffMember> staffId, Id<Agency> asking, DateOnly today) =>
        db.Answers(today).Where(a => a.StaffId == staffId && a.Asking == asking).Select(a => a.AgencyId).Distinct();

    /// <summary>
    /// Requests that someone may answer: every one for the whole partnership; for an agency those about people whom it knows,
    /// never its own; for anyone else those about themselves.
    /// </summary>
    public static IQueryable<PostRequest> ToAnswerBy(this IQueryable<PostRequest> requests, Viewer viewer, PortalDb db, DateOnly today)
    {
        var (answers, within) = (db.Answers(today), requests.OfPartnership(viewer));
        return viewer.Reach(Permission.AnswerPostRequests) switch
        {
            Reach.Partnership => within,
            Reach.Agency => within.Where(r => answers.Any(a =>
                a.StaffId == r.StaffId && a.AgencyId == viewer.AgencyId && a.Asking == r.AgencyId)),
            Reach.Team or Reach.Own => within.Where(r => r.StaffId == viewer.StaffId),
            Reach.None => requests.Where(_ => false),
        };
    }

    /// <summary>Requests of the viewer's agency.</summary>
    public static IQueryable<PostRequest> AskedBy(this IQueryable<PostRequest> requests, Viewer viewer) =>
        requests.OfPartnership(viewer).Where(r => viewer.Reach(Permission.EditStaff) == Reach.Agency && r.AgencyId == viewer.AgencyId);

    /// <summary>
    /// Which agency may answer which about whom: those other than the one that asks where the person is in post; where there is
    /// none, the one of them that they left last.
    /// </summary>
    private static IQueryable<Answering> Answers(this PortalDb db, DateOnly today) =>
        from post in db.Posts
        from asking in db.Agencies
        where asking.PartnershipId == post.PartnershipId && asking.Id != post.AgencyId
        where post.LeftOn == null || post.LeftOn > today
            || !db.Posts.Any(p => p.StaffId == post.StaffId && p.AgencyId != asking.Id && (p.LeftOn == null || p.LeftOn > post.LeftOn))
        select new Answering { StaffId = post.StaffId, AgencyId = post.AgencyId, Asking = asking.Id };
}
