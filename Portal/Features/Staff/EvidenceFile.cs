using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Files;

namespace Portal.Features.Staff;

/// <summary>The evidence of a record, for those who may see the record; null for anyone else.</summary>
public sealed class EvidenceFile(PortalDb db, FileStore files, UkClock clock)
{
    public sealed record Found(StoredFile File, Stream Content);

    public async Task<Found?> RunAsync(Viewer viewer, Id<TrainingRecord> recordId, CancellationToken cancel)
    {
        var visible = db.Staff.VisibleTo(viewer, db, clock.Today);
        var file = await db.TrainingRecords.Where(r => r.Id == recordId && visible.Any(s => s.Id == r.StaffId))
            .Join(db.Files.AsNoTracking(), r => r.EvidenceId, f => f.Id, (r, f) => f).SingleOrDefaultAsync(cancel);
        return file is null ? null : new(file, await files.OpenAsync(file.Hash, cancel));
    }
}
