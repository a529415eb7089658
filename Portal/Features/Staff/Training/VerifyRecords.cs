using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Staff.Training;

/// <summary>
/// A second person verifies several records whose evidence they have seen, each by the rules that hold for it alone. Those that cannot be
/// verified any more, or not by them, stay as they are and are named; refused when none can.
/// </summary>
public sealed class VerifyRecords(PortalDb db, UkClock clock)
{
    public const int MostAtOnce = Page<TrainingRecord>.Size;

    /// <param name="LeftOut">A sentence for each that was not verified: which, and why.</param>
    public sealed record Outcome(int Verified, IReadOnlyList<string> LeftOut)
    {
        public string Sentence =>
            $"{Words.Count(Verified, "record")} verified{(LeftOut.Count == 0 ? "" : $". Not verified: {string.Join("; ", LeftOut)}")}";
    }

    public async Task<Outcome> RunAsync(Viewer viewer, IEnumerable<Id<TrainingRecord>> chosen, CancellationToken cancel)
    {
        List<Id<TrainingRecord>> ids = [.. chosen.Distinct()];
        if (ids.Count == 0) throw new Refused("Select what you verify", "Chosen");
        if (ids.Count > MostAtOnce) throw new Refused($"Select up to {MostAtOnce} records at a time", "Chosen");
        var outcome = new Outcome(0, []);
        await db.ChangeStaffListAsync(viewer, async () =>
        {
            outcome = await VerifyAsync(viewer, ids, cancel);
            if (outcome.Verified == 0) throw new Refused($"Nothing was verified: {string.Join("; ", outcome.LeftOut)}");
            return $"Verified {Words.Count(outcome.Verified, "training record")}";
        }, cancel);
        return outcome;
    }

    private async Task<Outcome> VerifyAsync(Viewer viewer, List<Id<TrainingRecord>> ids, CancellationToken cancel)
    {
        var records = await db.TrainingRecords.ToDecideBy(viewer, db, clock.Today).Where(r => ids.Contains(r.Id)).ToListAsync(cancel);
        var corrects = records.ConvertAll(r => r.CorrectsId);
        var corrected = await db.TrainingRecords.Where(r => corrects.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancel);
        var people = records.ConvertAll(r => r.StaffId);
        var names = await db.Staff.Where(s => people.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, cancel);
        var own = await db.OwnStaffAsync(viewer.PartnershipId, cancel, viewer.UserId);
        List<string> leftOut = [.. Enumerable.Repeat(WhoDecides.NotYours, ids.Count - records.Count)];
        foreach (var record in records)
        {
            try
            {
                WhoDecides.RefuseOwn(record, own);
                record.Verify(viewer.UserId, clock.Today, record.CorrectsId is { } old ? corrected.GetValueOrDefault(old) : null);
            }
            catch (Refused no)
            {
                leftOut.Add($"{names[record.StaffId]}, {record.Course}: {no.Message}");
            }
        }
        return new(ids.Count - leftOut.Count, leftOut);
    }
}
