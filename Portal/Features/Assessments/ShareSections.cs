using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Assessments;

/// <summary>Says which sections a colleague at the agency may write in; none takes them all back. They are told by a message the first time.</summary>
public sealed class ShareSections(PortalDb db, StepOfReturn steps, UkClock clock)
{
    public Task RunAsync(Viewer viewer, Id<GapAssessment> id, Id<User> userId, IReadOnlyCollection<AssessmentSection> sections, int seen, CancellationToken cancel) =>
        steps.RunAsync(viewer, Permission.ShareAssessments, id, seen, "Shared a return with a colleague", async step =>
        {
            step.Assessment.RefuseUnlessWritten();
            var today = clock.Today;
            var colleague = await db.Users.Where(u => u.Id == userId && db.Memberships.CurrentOn(db, today).Any(m => m.UserId == u.Id && m.AgencyId == step.Assessment.AgencyId))
                .OneOrRefuseAsync("Select a colleague at your agency", "ColleagueId", cancel);
            var had = await db.AssessmentShares.Where(s => s.AssessmentId == id && s.UserId == userId).ToListAsync(cancel);
            db.AssessmentShares.RemoveRange(had.Where(s => !sections.Contains(s.Section)));
            db.AssessmentShares.AddRange(sections.Distinct().Where(s => had.TrueForAll(h => h.Section != s)).Select(s => new AssessmentShare { AssessmentId = id, Section = s, UserId = userId }));
            step.Assessment.Shared(viewer, sections.Count == 0 ? $"No longer with {colleague.Name}" : $"{string.Join(", ", sections.Select(s => s.Words()))} with {colleague.Name}", step.Now);
            if (had.Count == 0 && sections.Count > 0) steps.Tell(step, CycleMail.About.Shared, [new(colleague.Id, colleague.Name, colleague.Email!)]);
        }, cancel);
}
