using Portal.Data;
using Portal.Data.Files;

namespace Portal.Features.Courses.Providers;

/// <summary>The certificate of a quality mark, for those who look after providers; null for anyone else.</summary>
public sealed class MarkEvidence(PortalDb db, FileStore files)
{
    public Task<OpenedFile?> RunAsync(Viewer viewer, Id<Provider> providerId, Id<QualityMark> markId, CancellationToken cancel) =>
        !viewer.May(Permission.EditProviders) ? Task.FromResult<OpenedFile?>(null)
        : files.FindAsync(db.Providers.OfPartnership(viewer).Where(p => p.Id == providerId).SelectMany(p => p.Marks)
            .Where(m => m.Id == markId).Join(db.Files, m => m.EvidenceId, f => f.Id, (m, f) => f), cancel);
}
