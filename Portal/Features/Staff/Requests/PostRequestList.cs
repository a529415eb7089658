using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Staff.Requests;

/// <summary>
/// Requests that wait for an answer, the longest waiting first: those that the viewer may answer, and those of the viewer's agency.
/// </summary>
public sealed class PostRequestList(PortalDb db, UkClock clock)
{
    public sealed record Row
    {
        public required Id<PostRequest> Id { get; init; }

        /// <summary>For the agency that asked as it wrote it; for those who answer as they know the person.</summary>
        public required string Person { get; init; }
        public required string Agency { get; init; }
        public required string JobTitle { get; init; }
        public required DateTime RequestedAt { get; init; }
        public required string RequestedBy { get; init; }
        public DateOnly? StartedOn { get; init; }
    }

    public Task<Page<Row>> RunAsync(Viewer viewer, int page, CancellationToken cancel) =>
        ToAnswer(viewer).OrderBy(r => r.RequestedAt).ThenBy(r => r.Id).ToPageAsync(page, cancel);

    public Task<Row?> OneToAnswerAsync(Viewer viewer, Id<PostRequest> requestId, CancellationToken cancel) =>
        ToAnswer(viewer).SingleOrDefaultAsync(r => r.Id == requestId, cancel);

    public Task<Page<Row>> AskedAsync(Viewer viewer, int page, CancellationToken cancel) =>
        Asked(viewer).OrderBy(r => r.RequestedAt).ThenBy(r => r.Id).ToPageAsync(page, cancel);

    public Task<Row?> OneAskedAsync(Viewer viewer, Id<PostRequest> requestId, CancellationToken cancel) =>
        Asked(viewer).SingleOrDefaultAsync(r => r.Id == requestId, cancel);

    private IQueryable<Row> ToAnswer(Viewer viewer) =>
        from request in Waiting(db.PostRequests.ToAnswerBy(viewer, db, clock.Today))
        join agency in db.Agencies on request.AgencyId equals agency.Id
        join title in db.JobTitles on request.JobTitleId equals title.Id
        join person in db.Staff on request.StaffId equals person.Id
        select new Row
        {
            Id = request.Id, Person = person.Name, Agency = agency.Name, JobTitle = title.Title,
            RequestedAt = request.RequestedAt, RequestedBy = request.RequestedByName, StartedOn = request.StartedOn,
        };

    private IQueryable<Row> Asked(Viewer viewer) =>
        from request in Waiting(db.PostRequests.AskedBy(viewer))
        join agency in db.Agencies on request.AgencyId equals agency.Id
        join title in db.JobTitles on request.JobTitleId equals title.Id
        select new Row
        {
            Id = request.Id, Person = request.Name, Agency = agency.Name, JobTitle = title.Title,
            RequestedAt = request.RequestedAt, RequestedBy = request.RequestedByName, StartedOn = request.StartedOn,
        };

    private static IQueryable<PostRequest> Waiting(IQueryable<PostRequest> requests) =>
        requests.AsNoTracking().Where(r => r.State == PostRequestState.Waiting);
}
