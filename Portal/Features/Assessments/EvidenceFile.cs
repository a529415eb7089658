using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Files;

namespace Portal.Features.Assessments;

/// <summary>The evidence of an answer, for those who may read the section; null for anyone else.</summary>
public sealed class EvidenceFile(PortalDb db, FileStore files)
{
    public sealed record Found(StoredFile File, Stream Content);

    public async Task<Found?> RunAsync(Id<GapAssessment> id, Id<CycleQuestion> questionId, CancellationToken cancel) =>
        await db.AssessmentAnswers.Where(a => a.AssessmentId == id && a.QuestionId == questionId).Join(db.Files.AsNoTracking(), a => a.EvidenceId, f => (Id<StoredFile>?)f.Id, (a, f) => f)
            .SingleOrDefaultAsync(cancel) is { } file ? new(file, await files.OpenAsync(file.Hash, cancel)) : null;
}
