using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Meetings;

/// <summary>
/// Gives a meeting another day, time or place. Its report follows at once while it is not issued: one that was approved says the old day,
/// so it is a draft again.
/// </summary>
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
            var (before, moved) = (meeting.Day, meeting.Day != day);
            meeting.Move(day, starts, place, clock.Today);
            if (moved && await db.Editions.Include(e => e.Events).SingleOrDefaultAsync(e => e.MeetingId == meetingId && e.Revision == 1
                && (e.State == EditionState.Draft || e.State == EditionState.Approved), cancel) is { } report)
                report.FollowMeeting(viewer, day, clock.Now);
            var which = $"the meeting of {await AddMeeting.BodyOfAsync(db, meeting, cancel)}";
            await db.SaveAsync(viewer,
                moved ? $"Moved {which} from {Words.Day(before)} to {Words.Day(day)}" : $"Changed {which} on {Words.Day(day)}", cancel);
        }, cancel);
}
