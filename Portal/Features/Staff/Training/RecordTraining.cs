using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Files;
using Portal.Data.Outbox;

namespace Portal.Features.Staff.Training;

/// <summary>
/// Adds training to a person's record: the agency's entry, or the person's own claim. Neither counts until a second
/// person has verified it. A verified record is never changed; a new one corrects it.
/// </summary>
public sealed class RecordTraining(PortalDb db, FileStore files, UkClock clock)
{
    public sealed record Entry(
        int LevelNumber, string Course, string? Provider, string? Reference, DateOnly AchievedOn, DateOnly? EndsOn,
        Id<TrainingRecord>? CorrectsId = null);

    /// <summary>The certificate, as the person chose it from their computer.</summary>
    public sealed record Proof(Stream Content, string Name);

    public async Task<TrainingRecord> RunAsync(Viewer viewer, Id<StaffMember> staffId, Entry entry, Proof? proof, CancellationToken cancel)
    {
        var isClaim = viewer.StaffId == staffId && viewer.May(Permission.ClaimTraining);
        var permission = isClaim ? Permission.ClaimTraining : Permission.RecordTraining;
        // What someone enters about themself is their own word, whatever else they are.
        var isOwn = isClaim || (await db.OwnStaffAsync(viewer.PartnershipId, cancel, viewer.UserId)).Contains(staffId);
        var person = await db.Staff.VisibleTo(viewer, db, clock.Today, permission).Where(s => s.Id == staffId)
            .OneOrRefuseAsync("You cannot add training to this record", null, cancel);
        var agencyId = await RecordedForAsync(viewer, entry.CorrectsId, cancel);
        TrainingRecord Record(Id<StoredFile>? evidence) => new()
        {
            PartnershipId = viewer.PartnershipId, StaffId = staffId, AgencyId = agencyId,
            LevelNumber = entry.LevelNumber, Course = entry.Course, Provider = entry.Provider,
            Reference = entry.Reference, AchievedOn = entry.AchievedOn, EndsOn = entry.EndsOn, EvidenceId = evidence,
            CorrectsId = entry.CorrectsId,
            Source = isOwn ? RecordSource.Claim : RecordSource.Agency, RecordedBy = viewer.UserId,
        };
        // Sense before bytes: a refused record leaves no file behind.
        Record(null).RefuseUnlessSane(clock.Today);
        await RefuseIfKnownAsync(viewer, Record(null), cancel);
        var file = proof is null ? null : await files.AddAsync(viewer, proof.Content, proof.Name, FileRule.Evidence, "Evidence", cancel);
        var record = Record(file?.Id);
        var deciders = (await WhoDecides.OfAsync(db, viewer, [staffId], clock.Today, cancel)).Of(agencyId, staffId, viewer.UserId);
        await db.ChangeStaffListAsync(viewer, $"Added level {record.LevelNumber} training to the record of {person.Name}", async () =>
        {
            // Again, now that nobody else can add it: a second click was let through above.
            await RefuseIfKnownAsync(viewer, record, cancel);
            db.TrainingRecords.Add(record);
            db.Tell(deciders, to => new RecordToVerifyMail(record.Id, person.Name, viewer.Name, to));
        }, cancel);
        return record;
    }

    /// <summary>A correction takes the place of what another agency may have recorded, so that agency decides on it.</summary>
    private async Task<Id<Agency>?> RecordedForAsync(Viewer viewer, Id<TrainingRecord>? corrects, CancellationToken cancel) =>
        await db.TrainingRecords.Where(r => r.Id == corrects).Select(r => r.AgencyId).SingleOrDefaultAsync(cancel) ?? viewer.AgencyId;

    private async Task RefuseIfKnownAsync(Viewer viewer, TrainingRecord record, CancellationToken cancel)
    {
        var framework = await db.FrameworkInForceAsync(viewer.PartnershipId, clock.Today, cancel);
        if (framework?.Levels.Any(l => l.Number == record.LevelNumber) != true)
            throw new Refused("Select the level of the training", nameof(Entry.LevelNumber));
        var others = db.TrainingRecords.Where(r => r.StaffId == record.StaffId);
        if (record.CorrectsId is { } corrects)
        {
            await others.Where(r => r.Id == corrects && r.State == RecordState.Verified)
                .OneOrRefuseAsync("Only a verified record can be corrected", null, cancel);
            if (await others.AnyAsync(r => r.CorrectsId == corrects && r.State == RecordState.Unverified, cancel))
                throw new Refused("A correction of this record already waits to be verified");
        }
        else if (await others.AnyAsync(
            r => r.LevelNumber == record.LevelNumber && r.AchievedOn == record.AchievedOn && r.Course == record.Course
                && (r.State == RecordState.Verified || r.State == RecordState.Unverified), cancel))
            throw new Refused("This training is already on the record", nameof(Entry.Course));
    }
}
