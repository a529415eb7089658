using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Reports.Figures;

namespace Portal.Features.Reports;

/// <summary>Prepares the draft for a meeting, or writes its figures anew while it is still a draft.</summary>
public sealed class PrepareEdition(PortalDb db, EditionFigures figures, UkClock clock)
{
    public async Task<Id<Edition>> RunAsync(Viewer viewer, Id<Meeting> meetingId, CancellationToken cancel)
    {
        viewer.Require(Permission.PrepareEditions);
        var meeting = await db.Meetings.OfPartnership(viewer).SingleOrDefaultAsync(m => m.Id == meetingId && m.CancelledOn == null, cancel)
            ?? throw new Refused("Select a meeting that is going ahead", nameof(meetingId));
        var timetable = new EditionTimetable(meeting.Day);
        if (timetable.CutOffOn > clock.Today)
            throw new Refused(
                $"Figures for this meeting are cut off on {Words.Day(timetable.CutOffOn)}. Prepare the report on or after that day",
                nameof(meetingId));

        var body = await db.Bodies.SingleAsync(b => b.Id == meeting.BodyId, cancel);
        var edition = await db.Editions.SingleOrDefaultAsync(e => e.MeetingId == meeting.Id && e.Revision == 1, cancel);
        if (edition is { State: not EditionState.Draft } && (edition.State != EditionState.Approved || edition.MeetingOn == meeting.Day))
            throw new Refused($"The report for this meeting is already {edition.State.Words()}", nameof(meetingId));
        if (edition is not null && edition.MeetingOn != meeting.Day) edition.FollowMeeting(viewer, meeting.Day, clock.Now);
        var previous = await PreviousAsync(body.Id, edition?.Number, cancel);
        if (edition is null)
            db.Editions.Add(edition = new Edition
            {
                PartnershipId = viewer.PartnershipId, BodyId = body.Id, MeetingId = meeting.Id,
                Number = await NextNumberAsync(body.Id, cancel), Revision = 1,
                MeetingOn = meeting.Day, IssueOn = timetable.IssueOn, PreparedAt = clock.Now,
            });
        edition.Prepare(viewer, await figures.RunAsync(viewer, body, meeting.Day, timetable.CutOffOn, previous, cancel), clock.Now);
        await db.SaveAsync(viewer, $"Prepared edition {edition.Number} of the noncompliance report", cancel);
        return edition.Id;
    }

    /// <summary>The newest issued edition before a number; null for the first.</summary>
    private Task<Edition?> PreviousAsync(Id<Body> bodyId, int? number, CancellationToken cancel) => db.Editions.AsNoTracking()
        .Where(e => e.BodyId == bodyId && e.State == EditionState.Issued && (number == null || e.Number < number))
        .OrderByDescending(e => e.Number).ThenByDescending(e => e.Revision).FirstOrDefaultAsync(cancel);

    private async Task<int> NextNumberAsync(Id<Body> bodyId, CancellationToken cancel) =>
        (await db.Editions.Where(e => e.BodyId == bodyId).MaxAsync(e => (int?)e.Number, cancel) ?? 0) + 1;
}
