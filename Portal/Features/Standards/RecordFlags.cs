using Microsoft.EntityFrameworkCore;
using Portal.Components;
using Portal.Data;

namespace Portal.Features.Standards;

/// <summary>
/// Opens a flag where a standard is not or only partly met and none is open, and closes those whose standing is now good,
/// with the evidence. One that closed with its agency goes on when the agency is open again. Unknown neither opens nor closes.
/// Runs inside a transaction that no other evaluation can share.
/// </summary>
public sealed class RecordFlags(PortalDb db, UkClock clock)
{
    private const int Batch = 500;

    /// <summary>How many flags opened and how many closed.</summary>
    public async Task<(int Opened, int Closed)> RunAsync(
        Viewer viewer, IReadOnlyList<Verdict> verdicts, DateOnly day, CancellationToken cancel)
    {
        var now = clock.Now;
        var judged = verdicts.ToDictionary(Key);
        var open = await db.Flags.AsNoTracking().OfPartnership(viewer).StillOpen().ToListAsync(cancel);
        var closing = open.Where(f => !Stands(judged.GetValueOrDefault(Key(f)))).ToList();
        var weighed = open.Except(closing).Where(f => Weight(judged[Key(f)]) != f.Severity).ToList();

        var because = closing.Any(f => !judged.ContainsKey(Key(f))) ? await ClosedAgenciesAsync(viewer, day, cancel) : [];
        string Because(Flag flag) => judged.TryGetValue(Key(flag), out var verdict)
            ? verdict.Evidence(day) : because.GetValueOrDefault(flag.AgencyId, "The standard is no longer in force");
        await ChangeAsync(closing, f => f.Close(viewer, day, Because(f), now), cancel);
        await ChangeAsync(weighed, f => f.Weigh(viewer, Weight(judged[Key(f)]), now), cancel);

        var flagged = open.Select(Key).ToHashSet();
        var lacking = verdicts.Where(v => Stands(v) && !flagged.Contains(Key(v))).ToList();
        var goingOn = lacking.Count == 0 ? [] : await ClosedWithTheirAgencyAsync(viewer, day, cancel);
        var again = lacking.Select(v => goingOn.GetValueOrDefault(Key(v))).OfType<Flag>().ToList();
        await ChangeAsync(again, f => f.Reopen(viewer, now), cancel);
        var opening = lacking.Where(v => v.Outcome != Outcome.Unknown && !goingOn.ContainsKey(Key(v))).ToList();
        if (opening.Count > 0) await OpenAsync(viewer, opening, day, now, cancel);
        return (again.Count + opening.Count, closing.Count);
    }

    private static (Id<Agency>, string, int) Key(Flag flag) => (flag.AgencyId, flag.StandardCode, flag.Level);

    private static (Id<Agency>, string, int) Key(Verdict verdict) => (verdict.AgencyId, verdict.Standard.Code, verdict.Level);

    private static bool Stands(Verdict? verdict) => verdict?.Outcome is Outcome.NotMet or Outcome.PartlyMet or Outcome.Unknown;

    private static Severity Weight(Verdict verdict) => verdict.Standard.SeverityAt(verdict.Level);

    private async Task OpenAsync(Viewer viewer, List<Verdict> opening, DateOnly day, DateTime now, CancellationToken cancel)
    {
        var earlier = await db.Flags.OfPartnership(viewer).GroupBy(f => new { f.AgencyId, f.StandardCode, f.Level })
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => (g.Key.AgencyId, g.Key.StandardCode, g.Key.Level), g => g.Count, cancel);
        var number = earlier.Values.Sum(); // Flags are never deleted, so their count is the last number given.
        var flags = opening.OrderBy(v => v.Standard.Code, StringComparer.Ordinal).Select(v => new Flag
        {
            PartnershipId = viewer.PartnershipId,
            Reference = $"FLG-{++number:0000}",
            AgencyId = v.AgencyId,
            StandardCode = v.Standard.Code,
            Level = v.Level,
            FirstSeenOn = day,
            Occurrence = earlier.GetValueOrDefault(Key(v)) + 1,
            Severity = Weight(v),
        }).ToList();
        flags.ForEach(f => f.Opened(viewer, now));
        await db.BulkInsertAsync(flags, cancel);
        await db.BulkInsertAsync(flags.SelectMany(f => f.Events), cancel);
    }

    private async Task<Dictionary<Id<Agency>, string>> ClosedAgenciesAsync(Viewer viewer, DateOnly day, CancellationToken cancel) =>
        await db.Agencies.OfPartnership(viewer).Where(a => a.ClosedOn <= day)
            .ToDictionaryAsync(a => a.Id, a => $"{Flag.AgencyClosed} {a.ClosedOn!.Value.Words()}", cancel);

    /// <summary>
    /// Flags that closed as their agency did, so lately that it can have been opened again: they go on, unless the standard was met in
    /// between.
    /// </summary>
    private async Task<Dictionary<(Id<Agency>, string, int), Flag>> ClosedWithTheirAgencyAsync(
        Viewer viewer, DateOnly day, CancellationToken cancel) => (await db.Flags.AsNoTracking().OfPartnership(viewer)
            .Where(f => f.ClosedOn >= day.AddDays(-Agency.ReopenDays) && f.ClosedBecause!.StartsWith(Flag.AgencyClosed))
            .Where(f => !db.StandardResults.Any(r => r.AgencyId == f.AgencyId && r.StandardCode == f.StandardCode && r.Level == f.Level
                && r.Outcome == Outcome.Met && r.From >= f.ClosedOn))
            .ToListAsync(cancel)).GroupBy(Key).ToDictionary(g => g.Key, g => g.MaxBy(f => f.Occurrence)!);

    private async Task ChangeAsync(List<Flag> flags, Action<Flag> change, CancellationToken cancel)
    {
        foreach (var ids in flags.Select(f => f.Id).Chunk(Batch))
            foreach (var flag in await db.Flags.Where(f => ids.Contains(f.Id)).ToListAsync(cancel)) change(flag);
    }
}
