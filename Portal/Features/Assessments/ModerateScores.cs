using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Assessments;

/// <summary>Sets the commissioner's scores beside the agency's, while the return is with the commissioner.</summary>
public sealed class ModerateScores(PortalDb db)
{
    public async Task RunAsync(Viewer viewer, Id<GapAssessment> id, IReadOnlyDictionary<Id<CycleQuestion>, int?> scores, CancellationToken cancel)
    {
        var assessment = await db.GapAssessments.VisibleTo(viewer, db, Permission.ReviewAssessments).Where(a => a.Id == id).OneOrRefuseAsync("This return is not within your reach", null, cancel);
        if (assessment.State != AssessmentState.Submitted) throw new Refused($"This return is {assessment.State.Words()}. Scores are moderated while it is with the commissioner");
        foreach (var answer in await db.AssessmentAnswers.Where(a => a.AssessmentId == id).ToListAsync(cancel))
            if (scores.TryGetValue(answer.QuestionId, out var score)) answer.Moderate(score);
        await db.SaveAsync(viewer, "Moderated the scores of a return", cancel);
    }
}
