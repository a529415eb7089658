using Portal.Data;
using Portal.Data.Files;

namespace Portal.Features.Assessments;

/// <summary>The evidence of an answer, which the page has made sure of that the person may read; null when there is none.</summary>
public sealed class EvidenceFile(PortalDb db, FileStore files)
{
    public Task<OpenedFile?> RunAsync(Id<GapAssessment> id, Id<CycleQuestion> questionId, CancellationToken cancel) =>
        files.FindAsync(db.AssessmentAnswers.Where(a => a.AssessmentId == id && a.QuestionId == questionId).Join(db.Files, a => a.EvidenceId, f => f.Id, (a, f) => f), cancel);
}
