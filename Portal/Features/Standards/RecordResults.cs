using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Standards;

/// <summary>
/// Compares what was judged with what stands: a standing that changed ends, and the new one begins; one that ended this very day and
/// is so again goes on. Runs inside a transaction.
/// </summary>
public sealed class RecordResults(PortalDb db)
{
    private const int Batch = 500;

    /// <summary>How many standings changed.</summary>
    public async Task<int> RunAsync(Viewer viewer, IReadOnlyList<Verdict> verdicts, DateOnly day, CancellationToken cancel)
    {
        var standing = await db.StandardResults.AsNoTracking().OfPartnership(viewer).Latest()
            .ToDictionaryAsync(r => (r.AgencyId, r.StandardCode, r.Level), cancel);
        var lately = (await db.StandardResults.AsNoTracking().OfPartnership(viewer).Where(r => r.Until == day).ToListAsync(cancel))
            .OrderBy(r => r.From).ThenBy(r => r.Id.Value).ToLookup(r => (r.AgencyId, r.StandardCode, r.Level));
        List<StandardResult> begun = [];
        List<StandardResult> ended = [];
        List<StandardResult> resumed = [];
        foreach (var verdict in verdicts)
        {
            var key = (verdict.AgencyId, verdict.Standard.Code, verdict.Level);
            if (!standing.Remove(key, out var before))
            {
                if (lately[key].LastOrDefault() is { } last && Same(last, verdict)) resumed.Add(last);
                else begun.Add(Result(viewer, verdict, day));
            }
            else if (!Same(before, verdict))
            {
                ended.Add(before);
                begun.Add(Result(viewer, verdict, day));
            }
        }
        ended.AddRange(standing.Values); // Agencies that closed, and standards or levels no longer in force.

        await EndAsync(viewer, ended, day, cancel);
        await db.BulkInsertAsync(begun, cancel);
        await UntilAsync(resumed, null, cancel);
        return begun.Count + resumed.Count + standing.Count;
    }

    /// <summary>
    /// A standing that began on the same day never held for a whole day, so it leaves no history; but how an agency was judged last
    /// before it closed is kept.
    /// </summary>
    private async Task EndAsync(Viewer viewer, List<StandardResult> ended, DateOnly day, CancellationToken cancel)
    {
        var closed = await db.Agencies.OfPartnership(viewer).Where(a => a.ClosedOn == day).Select(a => a.Id).ToListAsync(cancel);
        var leaving = ended.ToLookup(r => r.From != day || closed.Contains(r.AgencyId));
        foreach (var ids in leaving[false].Select(r => r.Id).Chunk(Batch))
            await db.StandardResults.Where(r => ids.Contains(r.Id)).ExecuteDeleteAsync(cancel);
        await UntilAsync(leaving[true], day, cancel);
    }

    private async Task UntilAsync(IEnumerable<StandardResult> results, DateOnly? until, CancellationToken cancel)
    {
        foreach (var ids in results.Select(r => r.Id).Chunk(Batch))
            await db.StandardResults.Where(r => ids.Contains(r.Id)).ExecuteUpdateAsync(r => r.SetProperty(x => x.Until, until), cancel);
    }

    private static bool Same(StandardResult result, Verdict verdict) =>
        result.Outcome == verdict.Outcome && result.Numerator == verdict.Numerator && result.Denominator == verdict.Denominator
        && result.Note == verdict.Note && result.StandardId == verdict.Standard.Id;

    private static StandardResult Result(Viewer viewer, Verdict verdict, DateOnly day) => new()
    {
        PartnershipId = viewer.PartnershipId,
        AgencyId = verdict.AgencyId,
        StandardId = verdict.Standard.Id,
        StandardCode = verdict.Standard.Code,
        Level = verdict.Level,
        From = day,
        Outcome = verdict.Outcome,
        Numerator = verdict.Numerator,
        Denominator = verdict.Denominator,
        Note = verdict.Note,
    };
}
