using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Meetings;

/// <summary>Takes a meeting off the calendar; it stays in the history.</summary>
public sealed class CancelMeeting(PortalDb db, UkClock clock)
{
    public async Task RunAsync(Viewer viewer, Id<Meeting> meetingId, CancellationToken cancel)
    {
        viewer.Require(Permission.EditMeetings);
        var meeting = await db.Meetings.OfPartnership(viewer).SingleAsync(m => m.Id == meetingId, cancel);
        meeting.Cancel(clock.Today);
        await db.SaveAsync(viewer,
            $"Cancelled the meeting of {await AddMeeting.BodyOfAsync(db, meeting, cancel)} on {Words.Day(meeting.Day)}", cancel);
    }
}
