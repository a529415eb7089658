using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Reports.Figures;

namespace Portal.Features.Reports;

/// <summary>
/// Prepares the draft for a meeting, or writes its figures anew while it is still a draft: what the commissioner wrote or decided stays.
/// </summary>
public sealed class PrepareEdition(PortalDb db, FiguresOfMeeting figures, UkClock clock)
{
    /// <param name="seen">The version of the draft that the person saw; null where nobody looked.</param>
    public async Task<Id<Edition>> RunAsync(Viewer viewer, Id<Meeting> meetingId, CancellationToken cancel, int? seen = null)
    {
        viewer.Require(Permission.PrepareEditions);
        var meeting = await db.Meetings.OfPartnership(viewer).SingleOrDefaultAsync(m => m.Id == meetingId && m.CancelledOn == null, cancel)
            ?? throw new Refused("Select a meeting that is going ahead", nameof(meetingId));
        var edition = await db.Editions.SingleOrDefaultAsync(e => e.MeetingId == meeting.Id && e.Revision == 1, cancel);
        if (edition is { State: not EditionState.Draft } && (edition.State != EditionState.Approved || edition.MeetingOn == meeting.Day))
            throw new Refused($"The report for this meeting is already {edition.State.Words()}", nameof(meetingId));
        if (edition is not null && seen is { } version) Refused.IfStale(edition, version);

        var content = await figures.RunAsync(viewer, meeting, edition?.Number, cancel);
        if (edition is not null && edition.MeetingOn != meeting.Day) edition.FollowMeeting(viewer, meeting.Day, clock.Now);
        if (edition is null)
            db.Editions.Add(edition = new Edition
            {
                PartnershipId = viewer.PartnershipId, BodyId = meeting.BodyId, MeetingId = meeting.Id,
                Number = await NextNumberAsync(meeting.BodyId, cancel), Revision = 1,
                MeetingOn = meeting.Day, IssueOn = new EditionTimetable(meeting.Day).IssueOn, PreparedAt = clock.Now,
            });
        edition.Prepare(viewer, content, clock.Now);
        await db.SaveAsync(viewer, $"Prepared edition {edition.Number} of the noncompliance report", cancel);
        return edition.Id;
    }

    private async Task<int> NextNumberAsync(Id<Body> bodyId, CancellationToken cancel) =>
        (await db.Editions.Where(e => e.BodyId == bodyId).MaxAsync(e => (int?)e.Number, cancel) ?? 0) + 1;
}
