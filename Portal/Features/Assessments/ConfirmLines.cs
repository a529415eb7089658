using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Assessments;

/// <summary>Confirms the portal's figures: of one line, or of all that nobody has looked at yet.</summary>
public sealed class ConfirmLines(PortalDb db, WriteReturn write, UkClock clock)
{
    public Task RunAsync(Viewer viewer, Id<GapAssessment> id, Id<GapLine>? line, CancellationToken cancel) =>
        write.RunAsync(viewer, id, AssessmentSection.People, "Confirmed figures of a return", async _ =>
        {
            foreach (var one in await db.GapLines.Where(l => l.AssessmentId == id && (line == null ? l.AnsweredAt == null : l.Id == line)).ToListAsync(cancel)) one.Confirm(viewer, clock.Now);
        }, cancel);
}
