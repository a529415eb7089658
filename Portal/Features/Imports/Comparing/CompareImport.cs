using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Imports.Comparing;

/// <summary>Compares an import's staged rows with the agency's records, all at once in the database, and counts the verdicts.</summary>
public sealed class CompareImport(PortalDb db, UkClock clock)
{
    public async Task<(ImportCounts Counts, int RosterSize)> RunAsync(Import import, CancellationToken cancel)
    {
        await db.ImportRows.Where(r => r.ImportId == import.Id && !r.InFile).ExecuteDeleteAsync(cancel);
        await (import.Kind switch
        {
            ImportKind.Roster => RosterComparison.RunAsync(db, import, clock.Today, cancel),
            ImportKind.Training => TrainingComparison.RunAsync(db, import, clock.Today, cancel),
        });
        var counts = await db.ImportRows.Where(r => r.ImportId == import.Id).GroupBy(r => r.Verdict).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        int Of(ImportVerdict verdict) => counts.Find(c => c.Key == verdict)?.Count ?? 0;
        var roster = await db.Posts.CountAsync(p => p.AgencyId == import.AgencyId && (p.LeftOn == null || p.LeftOn > clock.Today), cancel);
        return (new(Of(ImportVerdict.New), Of(ImportVerdict.Changed), Of(ImportVerdict.Unchanged), Of(ImportVerdict.Leaver), Of(ImportVerdict.Refused)), roster);
    }
}
