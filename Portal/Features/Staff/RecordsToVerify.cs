using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Staff;

/// <summary>Training records that wait for a second person, the longest waiting first.</summary>
public sealed class RecordsToVerify(PortalDb db, UkClock clock)
{
    /// <summary>Mine: entered by the viewer, so someone else must decide.</summary>
    public sealed record Row(
        Id<TrainingRecord> Id, Id<StaffMember> StaffId, string Person, int LevelNumber, string Course, string? Provider, string? Reference, DateOnly AchievedOn, DateOnly? EndsOn,
        RecordSource Source, string RecordedBy, Id<StoredFile>? EvidenceId, string? EvidenceName, Id<TrainingRecord>? CorrectsId, bool Mine, int Version);

    public Task<Page<Row>> RunAsync(Viewer viewer, int page, CancellationToken cancel) =>
        Rows(viewer).Where(r => r.State == RecordState.Unverified).OrderBy(r => r.Id).Select(ToRow(viewer)).ToPageAsync(page, cancel);

    /// <summary>One of them; null when it is not there, not within reach or already decided.</summary>
    public Task<Row?> OneAsync(Viewer viewer, Id<TrainingRecord> recordId, CancellationToken cancel) =>
        Rows(viewer).Where(r => r.Id == recordId).Select(ToRow(viewer)).SingleOrDefaultAsync(cancel);

    private IQueryable<TrainingRecord> Rows(Viewer viewer)
    {
        var visible = db.Staff.VisibleTo(viewer, db, clock.Today, Permission.VerifyTraining);
        return db.TrainingRecords.OfPartnership(viewer).Where(r => visible.Any(s => s.Id == r.StaffId));
    }

    private System.Linq.Expressions.Expression<Func<TrainingRecord, Row>> ToRow(Viewer viewer) => r => new Row(
        r.Id, r.StaffId, db.Staff.Where(s => s.Id == r.StaffId).Select(s => s.Name).First(), r.LevelNumber, r.Course, r.Provider, r.Reference, r.AchievedOn, r.EndsOn,
        r.Source, db.Users.Where(u => u.Id == r.RecordedBy).Select(u => u.Name).FirstOrDefault() ?? "The portal",
        r.EvidenceId, db.Files.Where(f => f.Id == r.EvidenceId).Select(f => f.Name).FirstOrDefault(), r.CorrectsId,
        (r.RecordedBy != null && r.RecordedBy == viewer.UserId) || db.Memberships.Any(m => m.UserId == viewer.UserId && m.StaffId == r.StaffId), r.Version);
}
