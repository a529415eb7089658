using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Imports.Applying;
using Portal.Features.Imports.Sql;

namespace Portal.Features.Imports.Comparing;

/// <summary>Compares an import's rows with the agency's records, all at once in the database, and counts the verdicts.</summary>
public sealed class CompareImport(PortalDb db, UkClock clock)
{
    /// <summary>Compares the rows that have just been staged, and keeps them with their verdicts in place of what was kept.</summary>
    public async Task<ImportComparison> RunAsync(Import import, CancellationToken cancel)
    {
        var sql = new ImportSql(db, import, clock.Today);
        // First: whatever changes while we compare makes the comparison an old one.
        var version = await db.StaffListVersionAsync(import.PartnershipId, cancel);
        await db.DropRowsAsync(import, cancel);
        await (import.Kind switch
        {
            ImportKind.StaffList => StaffListComparison.RunAsync(sql, import, cancel),
            ImportKind.Training => TrainingComparison.RunAsync(sql, db, import, cancel),
        });
        await StagedRows.EndAsync(sql, cancel);
        var counts = await db.ImportRows.Where(r => r.ImportId == import.Id).GroupBy(r => r.Verdict)
            .Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        int Of(ImportVerdict verdict) => counts.Find(c => c.Key == verdict)?.Count ?? 0;
        var list = await db.Posts.CurrentOn(clock.Today).CountAsync(p => p.AgencyId == import.AgencyId, cancel);
        var verdicts = new ImportCounts(
            Of(ImportVerdict.New), Of(ImportVerdict.Changed), Of(ImportVerdict.Unchanged), Of(ImportVerdict.Leaver),
            Of(ImportVerdict.Asked), Of(ImportVerdict.Refused), Of(ImportVerdict.NotCounted))
        {
            InQuestion = Of(ImportVerdict.InQuestion),
        };
        var noted = await db.ImportRows.CountAsync(
            r => r.ImportId == import.Id && r.Verdict != ImportVerdict.Refused && (r.Note != null || r.ManagerNote != null), cancel);
        return new(verdicts, noted, list, version, clock.Today);
    }

    /// <summary>Compares once more the rows that are kept, and says whether the same would happen to each.</summary>
    public async Task<(ImportComparison Found, bool IsSame)> AgainAsync(Import import, CancellationToken cancel)
    {
        var sql = new ImportSql(db, import, clock.Today);
        if (import.Kind == ImportKind.StaffList) await StaffListChanges.UseTitlesAddedMeanwhileAsync(sql, cancel);
        await AgreedRows.KeepAsync(sql, cancel);
        await StagedRows.TakeBackAsync(sql, cancel);
        var found = await RunAsync(import, cancel);
        return (found, await AgreedRows.AreStillAsync(sql, cancel));
    }
}
