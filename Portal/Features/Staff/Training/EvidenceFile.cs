using Portal.Data;
using Portal.Data.Files;

namespace Portal.Features.Staff.Training;

/// <summary>The evidence of a record, for those who may see the record or decide on it while it waits; null for anyone else.</summary>
public sealed class EvidenceFile(PortalDb db, FileStore files, UkClock clock)
{
    public Task<OpenedFile?> RunAsync(Viewer viewer, Id<TrainingRecord> recordId, CancellationToken cancel)
    {
        var visible = db.Staff.VisibleTo(viewer, db, clock.Today);
        var toDecide = db.TrainingRecords.ToDecideBy(viewer, db, clock.Today).Where(r => r.State == RecordState.Unverified);
        return files.FindAsync(
            db.TrainingRecords.Where(r => r.Id == recordId && (visible.Any(s => s.Id == r.StaffId) || toDecide.Any(w => w.Id == r.Id)))
                .Join(db.Files, r => r.EvidenceId, f => f.Id, (r, f) => f), cancel);
    }
}
