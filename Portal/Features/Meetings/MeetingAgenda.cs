using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Meetings;

/// <summary>One meeting, whose agenda is what other rooms have for it. Null when there is no such meeting.</summary>
public sealed class MeetingAgenda(PortalDb db)
{
    public sealed record Details(
        Id<Meeting> Id, string Body, BodyKind Kind, DateOnly Day, TimeOnly Starts, string? Place, bool IsCancelled);

    public Task<Details?> RunAsync(Viewer viewer, Id<Meeting> id, CancellationToken cancel) => (
        from meeting in db.Meetings.OfPartnership(viewer)
        where meeting.Id == id
        join body in db.Bodies on meeting.BodyId equals body.Id
        select new Details(
            meeting.Id, body.Name, body.Kind, meeting.Day, meeting.Starts, meeting.Place, meeting.CancelledOn != null))
        .SingleOrDefaultAsync(cancel);
}
