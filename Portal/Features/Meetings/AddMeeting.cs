using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Meetings;

/// <summary>Puts a meeting into a body's calendar. Two meetings of one body on one day are refused.</summary>
public sealed class AddMeeting(PortalDb db, UkClock clock)
{
    public Task<Meeting> RunAsync(
        Viewer viewer, Id<Body> bodyId, DateOnly day, TimeOnly starts, string? place, CancellationToken cancel) =>
        db.OneAtATimeAsync(viewer, async () =>
        {
            viewer.Require(Permission.EditMeetings);
            var body = await db.Bodies.OfPartnership(viewer).SingleOrDefaultAsync(b => b.Id == bodyId, cancel)
                ?? throw new Refused("Select who is meeting", "BodyId");
            Meeting.RefuseUnlessAhead(day, clock.Today);
            await RefuseIfTakenAsync(db, bodyId, day, null, cancel);
            var meeting = new Meeting { PartnershipId = viewer.PartnershipId, BodyId = bodyId, Day = day, Starts = starts, Place = place };
            db.Meetings.Add(meeting);
            await db.SaveAsync(viewer, $"Added a meeting of {body.ShortName} on {Words.Day(day)}", cancel);
            return meeting;
        }, cancel);

    internal static Task<string> BodyOfAsync(PortalDb db, Meeting meeting, CancellationToken cancel) =>
        db.Bodies.Where(b => b.Id == meeting.BodyId).Select(b => b.ShortName).SingleAsync(cancel);

    internal static async Task RefuseIfTakenAsync(PortalDb db, Id<Body> bodyId, DateOnly day, Id<Meeting>? except, CancellationToken cancel)
    {
        if (await db.Meetings.AnyAsync(m => m.BodyId == bodyId && m.Day == day && m.CancelledOn == null && m.Id != except, cancel))
            throw new Refused("There is already a meeting on that day", "Day");
    }
}
