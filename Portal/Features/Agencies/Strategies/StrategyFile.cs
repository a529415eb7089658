using Portal.Data;
using Portal.Data.Files;

namespace Portal.Features.Agencies.Strategies;

/// <summary>The document of a training strategy, for those who may see the agency; null for anyone else.</summary>
public sealed class StrategyFile(PortalDb db, FileStore files)
{
    public Task<OpenedFile?> RunAsync(Viewer viewer, Id<TrainingStrategy> strategyId, CancellationToken cancel)
    {
        var agencies = db.Agencies.VisibleTo(viewer);
        return files.FindAsync(
            db.TrainingStrategies.Where(s => s.Id == strategyId && agencies.Any(a => a.Id == s.AgencyId))
                .Join(db.Files, s => s.FileId, f => f.Id, (s, f) => f), cancel);
    }
}
