using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Files;

namespace Portal.Features.Agencies;

/// <summary>The document of a training strategy, for those who may see the agency; null for anyone else.</summary>
public sealed class StrategyFile(PortalDb db, FileStore files)
{
    public sealed record Found(StoredFile File, Stream Content);

    public async Task<Found?> RunAsync(Viewer viewer, Id<TrainingStrategy> strategyId, CancellationToken cancel)
    {
        var agencies = db.Agencies.VisibleTo(viewer);
        var file = await db.TrainingStrategies.Where(s => s.Id == strategyId && agencies.Any(a => a.Id == s.AgencyId))
            .Join(db.Files.AsNoTracking(), s => s.FileId, f => f.Id, (s, f) => f).SingleOrDefaultAsync(cancel);
        return file is null ? null : new(file, await files.OpenAsync(file.Hash, cancel));
    }
}
