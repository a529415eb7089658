using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Imports.Applying;

/// <summary>
/// Adds the records of a compared training history, recorded for the agency whose file it is. From the agency's training system
/// they count as verified by whoever applied them, but never the own ones of those who uploaded or applied it: these wait for
/// someone else (docs/decisions).
/// </summary>
internal static class TrainingChanges
{
    public static async Task RunAsync(
        ImportSql sql, PortalDb db, Import import, DateOnly today, int lastRow, Func<int, Task> progress, CancellationToken cancel)
    {
        await sql.FindOwnAsync(cancel);
        await sql.ExecuteInChunksAsync(import.FromTrainingSystem ? AddVerified : AddUnverified, lastRow, progress, cancel);
        // Who works for another agency as well is that agency's concern too.
        var people = db.ImportRows.Where(r => r.ImportId == import.Id && r.Verdict == ImportVerdict.New).Select(r => r.StaffId);
        var others = db.Posts.CurrentOn(today).Where(p => p.PartnershipId == import.PartnershipId && p.AgencyId != import.AgencyId);
        db.AlsoConcerns(await others.Where(p => people.Contains(p.StaffId)).Select(p => p.AgencyId).Distinct().ToListAsync(cancel));
    }

    private const string AddVerified = """
        INSERT INTO "TrainingRecords" ("Id", "PartnershipId", "StaffId", "AgencyId",
          "LevelNumber", "AchievedOn", "EndsOn", "Course", "Provider", "Reference", "Source", "State", "RecordedBy",
          "DecidedBy", "DecidedOn", "Version")
        SELECT "NewId", @partnership, "StaffId", @agency, "LevelNumber", "AchievedOn", "EndsOn", "Course", "Provider", "Reference",
          'Import',
          CASE WHEN "StaffId" IN (@own) THEN 'Unverified' ELSE 'Verified' END, CASE WHEN "StaffId" IN (@own) THEN @by END,
          CASE WHEN "StaffId" IN (@own) THEN NULL ELSE @by END, CASE WHEN "StaffId" IN (@own) THEN NULL ELSE @today END, 0
        FROM "ImportRows" WHERE "ImportId" = @import AND "Number" BETWEEN @from AND @to AND "Verdict" = 'New'
        """;

    private const string AddUnverified = """
        INSERT INTO "TrainingRecords" ("Id", "PartnershipId", "StaffId", "AgencyId",
          "LevelNumber", "AchievedOn", "EndsOn", "Course", "Provider", "Reference", "Source", "State", "RecordedBy", "Version")
        SELECT "NewId", @partnership, "StaffId", @agency, "LevelNumber", "AchievedOn", "EndsOn", "Course", "Provider", "Reference",
          'Import', 'Unverified', @by, 0
        FROM "ImportRows" WHERE "ImportId" = @import AND "Number" BETWEEN @from AND @to AND "Verdict" = 'New'
        """;
}
