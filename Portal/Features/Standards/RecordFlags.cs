using Microsoft.EntityFrameworkCore;
using Portal.Components;
using Portal.Data;

namespace Portal.Features.Standards;

/// <summary>
/// Opens a flag where a standard is not or only partly met and none is open, and closes those whose standing is now good,
/// with the evidence. Unknown neither opens nor closes. Runs inside a transaction that no other evaluation can share.
/// </summary>
public sealed class RecordFlags(PortalDb db)
{
    private const int Batch = 500;

    /// <summary>How many flags opened and how many closed.</summary>
    public async Task<(int Opened, int Closed)> RunAsync(Viewer viewer, IReadOnlyList<Verdict> verdicts, DateOnly day, CancellationToken cancel)
    {
        var judged = verdicts.ToDictionary(v => (v.AgencyId, v.Standard.Code, v.Level));
        var open = await db.Flags.AsNoTracking().OfPartnership(viewer).StillOpen().ToListAsync(cancel);
        var closing = open.Where(f => !Stands(judged.GetValueOrDefault(Key(f)))).ToList();
        var weighed = open.Except(closing).Where(f => judged[Key(f)].Standard.SeverityAt(f.Level) != f.Severity).ToList();

        var because = closing.Any(f => !judged.ContainsKey(Key(f))) ? await ClosedAgenciesAsync(viewer, day, cancel) : [];
        await ChangeAsync(closing, f => f.Close(day, judged.TryGetValue(Key(f), out var verdict) ? verdict.Evidence(day) : because.GetValueOrDefault(f.AgencyId, "The standard is no longer in force")), cancel);
        await ChangeAsync(weighed, f => f.Severity = judged[Key(f)].Standard.SeverityAt(f.Level), cancel);

        var flagged = open.Select(Key).ToHashSet();
        var opening = verdicts.Where(v => v.Outcome is Outcome.NotMet or Outcome.PartlyMet && !flagged.Contains((v.AgencyId, v.Standard.Code, v.Level))).ToList();
        if (opening.Count > 0) await OpenAsync(viewer, opening, day, cancel);
        return (opening.Count, closing.Count);
    }

    private static (Id<Agency>, string, int) Key(Flag flag) => (flag.AgencyId, flag.StandardCode, flag.Level);

    private static bool Stands(Verdict? verdict) => verdict?.Outcome is Outcome.NotMet or Outcome.PartlyMet or Outcome.Unknown;

    private async Task OpenAsync(Viewer viewer, List<Verdict> opening, DateOnly day, CancellationToken cancel)
    {
        var earlier = await db.Flags.OfPartnership(viewer).GroupBy(f => new { f.AgencyId, f.StandardCode, f.Level })
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => (g.Key.AgencyId, g.Key.StandardCode, g.Key.Level), g => g.Count, cancel);
        var number = earlier.Values.Sum(); // Flags are never deleted, so their count is the last number given.
        await db.BulkInsertAsync(opening.OrderBy(v => v.Standard.Code, StringComparer.Ordinal).Select(v => new Flag
        {
            PartnershipId = viewer.PartnershipId,
            Reference = $"FLG-{++number:0000}",
            AgencyId = v.AgencyId,
            StandardCode = v.Standard.Code,
            Level = v.Level,
            FirstSeenOn = day,
            Occurrence = earlier.GetValueOrDefault((v.AgencyId, v.Standard.Code, v.Level)) + 1,
            Severity = v.Standard.SeverityAt(v.Level),
        }), cancel);
    }

    private async Task<Dictionary<Id<Agency>, string>> ClosedAgenciesAsync(Viewer viewer, DateOnly day, CancellationToken cancel) =>
        await db.Agencies.OfPartnership(viewer).Where(a => a.ClosedOn <= day).ToDictionaryAsync(a => a.Id, a => $"The agency closed on {a.ClosedOn!.Value.Words()}", cancel);

    private async Task ChangeAsync(List<Flag> flags, Action<Flag> change, CancellationToken cancel)
    {
        foreach (var ids in flags.Select(f => f.Id).Chunk(Batch))
            foreach (var flag in await db.Flags.Where(f => ids.Contains(f.Id)).ToListAsync(cancel)) change(flag);
    }
}
