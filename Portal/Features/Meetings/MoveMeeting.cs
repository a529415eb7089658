using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Meetings;

/// <summary>Gives a meeting another day, time or place.</summary>
public sealed class MoveMeeting(PortalDb db, UkClock clock)
{
    public Task RunAsync(
        Viewer viewer, Id<Meeting> meetingId, DateOnly day, TimeOnly starts, string? place, int seen, CancellationToken cancel) =>
        db.OneAtATimeAsync(viewer, async () =>
        {
            viewer.Require(Permission.EditMeetings);
            var meeting = await db.Meetings.OfPartnership(viewer).SingleAsync(m => m.Id == meetingId, cancel);
            Refused.IfStale(meeting, seen);
            await AddMeeting.RefuseIfTakenAsync(db, meeting.BodyId, day, meeting.Id, cancel);
            meeting.Move(day, starts, place, clock.Today);
            await db.SaveAsync(viewer, "Changed a meeting", cancel);
        }, cancel);
}
