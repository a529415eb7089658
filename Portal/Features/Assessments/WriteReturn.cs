using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Assessments;

/// <summary>
/// Changes one section of a return that the person may write in, and holds the return meanwhile: it cannot be sent in the
/// middle of a change. Two people may write at once, each in their own rows.
/// </summary>
public sealed class WriteReturn(PortalDb db)
{
    public Task RunAsync(Viewer viewer, Id<GapAssessment> id, AssessmentSection section, string what, Func<GapAssessment, Task> change, CancellationToken cancel) =>
        db.TransactAsync(viewer, what, async () =>
        {
            await db.HoldAsync(id, cancel);
            var assessment = await db.GapAssessments.VisibleTo(viewer, db, Permission.WriteAssessments).Where(a => a.Id == id)
                .OneOrRefuseAsync("This return is not within your reach", null, cancel);
            if (viewer.Reach(Permission.WriteAssessments) is Reach.Own or Reach.Team && !await db.AssessmentShares.AnyAsync(s => s.AssessmentId == id && s.UserId == viewer.UserId && s.Section == section, cancel))
                throw new Refused($"The section “{section.Words()}” is not shared with you");
            assessment.RefuseUnlessWritten();
            await change(assessment);
        }, cancel);
}
