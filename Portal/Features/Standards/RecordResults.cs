using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Standards;

/// <summary>
/// Compares what was judged with what stands: a standing that changed ends, and the new one begins. Runs inside a transaction.
/// </summary>
public sealed class RecordResults(PortalDb db)
{
    private const int Batch = 500;

    /// <summary>How many standings changed.</summary>
    public async Task<int> RunAsync(Viewer viewer, IReadOnlyList<Verdict> verdicts, DateOnly day, CancellationToken cancel)
    {
        var standing = await db.StandardResults.AsNoTracking().OfPartnership(viewer).Latest()
            .ToDictionaryAsync(r => (r.AgencyId, r.StandardCode, r.Level), cancel);
        List<StandardResult> begun = [];
        List<StandardResult> ended = [];
        foreach (var verdict in verdicts)
        {
            if (!standing.Remove((verdict.AgencyId, verdict.Standard.Code, verdict.Level), out var before))
                begun.Add(Result(viewer, verdict, day));
            else if (!Same(before, verdict))
            {
                ended.Add(before);
                begun.Add(Result(viewer, verdict, day));
            }
        }
        ended.AddRange(standing.Values); // Agencies that closed, and standards or levels no longer in force.

        await EndAsync(ended, day, cancel);
        await db.BulkInsertAsync(begun, cancel);
        return begun.Count + standing.Count;
    }

    /// <summary>A standing that began on the same day never held for a whole day, so it leaves no history.</summary>
    private async Task EndAsync(List<StandardResult> ended, DateOnly day, CancellationToken cancel)
    {
        foreach (var ids in ended.Where(r => r.From == day).Select(r => r.Id).Chunk(Batch))
            await db.StandardResults.Where(r => ids.Contains(r.Id)).ExecuteDeleteAsync(cancel);
        foreach (var ids in ended.Where(r => r.From != day).Select(r => r.Id).Chunk(Batch))
            await db.StandardResults.Where(r => ids.Contains(r.Id)).ExecuteUpdateAsync(r => r.SetProperty(x => x.Until, day), cancel);
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
