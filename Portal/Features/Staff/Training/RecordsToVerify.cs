using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Staff.Training;

/// <summary>Training records that wait for a second person, the longest waiting first.</summary>
public sealed class RecordsToVerify(PortalDb db, UkClock clock)
{
    /// <summary>Mine: entered by the viewer or about them, so someone else must decide.</summary>
    public sealed record Row(
        Id<TrainingRecord> Id, Id<StaffMember> StaffId, string Person, int LevelNumber, string Course, string? Provider, string? Reference,
        DateOnly AchievedOn, DateOnly? EndsOn,
        RecordSource Source, string RecordedBy, Id<StoredFile>? EvidenceId, string? EvidenceName, Id<TrainingRecord>? CorrectsId, bool Mine,
        int Version);

    public async Task<Page<Row>> RunAsync(Viewer viewer, int page, CancellationToken cancel) =>
        await Waiting(viewer).OrderBy(r => r.Id).Select(ToRow(viewer, await OwnAsync(viewer, cancel))).ToPageAsync(page, cancel);

    /// <summary>How many the viewer can decide on: all of them but those that are theirs.</summary>
    public async Task<int> CountAsync(Viewer viewer, CancellationToken cancel)
    {
        var own = await OwnAsync(viewer, cancel);
        return await Waiting(viewer)
            .CountAsync(r => (r.RecordedBy == null || r.RecordedBy != viewer.UserId) && !own.Contains(r.StaffId), cancel);
    }

    /// <summary>One of them; null when it is not there, not within reach or already decided.</summary>
    public async Task<Row?> OneAsync(Viewer viewer, Id<TrainingRecord> recordId, CancellationToken cancel) =>
        await Rows(viewer).Where(r => r.Id == recordId).Select(ToRow(viewer, await OwnAsync(viewer, cancel))).SingleOrDefaultAsync(cancel);

    /// <summary>Who decides on what the viewer entered, or what is about them, in words.</summary>
    public async Task<string> WhoElseAsync(Viewer viewer, CancellationToken cancel) =>
        WhoDecides.Named(await db.WhoDecidesAsync(viewer, viewer.AgencyId, null, clock.Today, cancel));

    private IQueryable<TrainingRecord> Waiting(Viewer viewer) => Rows(viewer).Where(r => r.State == RecordState.Unverified);

    private IQueryable<TrainingRecord> Rows(Viewer viewer) => db.TrainingRecords.ToDecideBy(viewer, db, clock.Today);

    private Task<IReadOnlyList<Id<StaffMember>>> OwnAsync(Viewer viewer, CancellationToken cancel) =>
        db.OwnStaffAsync(viewer.PartnershipId, cancel, viewer.UserId);

    private Expression<Func<TrainingRecord, Row>> ToRow(Viewer viewer, IReadOnlyList<Id<StaffMember>> own) => r => new Row(
        r.Id, r.StaffId, db.Staff.Where(s => s.Id == r.StaffId).Select(s => s.Name).First(), r.LevelNumber, r.Course, r.Provider,
        r.Reference, r.AchievedOn, r.EndsOn,
        r.Source, db.Users.Where(u => u.Id == r.RecordedBy).Select(u => u.Name).FirstOrDefault() ?? "The portal",
        r.EvidenceId, db.Files.Where(f => f.Id == r.EvidenceId).Select(f => f.Name).FirstOrDefault(), r.CorrectsId,
        (r.RecordedBy != null && r.RecordedBy == viewer.UserId) || own.Contains(r.StaffId), r.Version);
}
