using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Reports.Figures;

/// <summary>What the report for a meeting says if its figures are written now; refused before its cut-off day.</summary>
public sealed class FiguresOfMeeting(PortalDb db, EditionFigures figures, UkClock clock)
{
    /// <param name="number">Of the edition; null while there is none.</param>
    public async Task<EditionContent> RunAsync(Viewer viewer, Meeting meeting, int? number, CancellationToken cancel)
    {
        var cutOff = new EditionTimetable(meeting.Day).CutOffOn;
        if (cutOff > clock.Today)
            throw new Refused(
                $"Figures for this meeting are cut off on {Words.Day(cutOff)}. Prepare the report on or after that day", "meetingId");
        var body = await db.Bodies.SingleAsync(b => b.Id == meeting.BodyId, cancel);
        return await figures.RunAsync(viewer, body, meeting.Day, cutOff, await PreviousAsync(body.Id, number, cancel), cancel);
    }

    /// <summary>The newest issued edition before a number; null for the first.</summary>
    private Task<Edition?> PreviousAsync(Id<Body> bodyId, int? number, CancellationToken cancel) => db.Editions.AsNoTracking()
        .Where(e => e.BodyId == bodyId && e.State == EditionState.Issued && (number == null || e.Number < number))
        .OrderByDescending(e => e.Number).ThenByDescending(e => e.Revision).FirstOrDefaultAsync(cancel);
}
