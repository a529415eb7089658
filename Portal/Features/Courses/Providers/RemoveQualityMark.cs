using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Courses.Providers;

/// <summary>
/// Takes away a quality mark that was entered by mistake or withdrawn, and its certificate. One that has run out stays: it counted once.
/// </summary>
public sealed class RemoveQualityMark(PortalDb db)
{
    public Task RunAsync(Viewer viewer, Id<Provider> providerId, Id<QualityMark> markId, CancellationToken cancel) => db.StepAsync(
        viewer, providerId, db.Providers.OfPartnership(viewer).Include(p => p.Marks), null, "provider", async provider =>
        {
            viewer.Require(Permission.EditProviders);
            var mark = provider.Marks.FirstOrDefault(m => m.Id == markId);
            provider.Remove(markId);
            db.Files.RemoveRange(await db.Files.Where(f => f.Id == mark!.EvidenceId).ToListAsync(cancel));
            return $"Removed the quality mark {mark!.Words} of {provider.Name}";
        }, cancel);
}
