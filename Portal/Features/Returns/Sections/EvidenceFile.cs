using Portal.Data;
using Portal.Data.Files;

namespace Portal.Features.Returns.Sections;

/// <summary>The evidence of an answer, which the page has made sure of that the person may read; null when there is none.</summary>
public sealed class EvidenceFile(PortalDb db, FileStore files)
{
    public Task<OpenedFile?> RunAsync(Id<AgencyReturn> id, Id<CycleQuestion> questionId, CancellationToken cancel) =>
        files.FindAsync(
            db.ReturnAnswers.Where(a => a.ReturnId == id && a.QuestionId == questionId)
                .Join(db.Files, a => a.EvidenceId, f => f.Id, (a, f) => f), cancel);
}
