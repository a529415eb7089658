namespace Portal.Features.Imports.Applying;

/// <summary>
/// Adds the records of a compared training history. From the agency's training system they count as verified by whoever
/// applied them, but never that person's own: those wait for someone else (docs/decisions).
/// </summary>
internal static class TrainingChanges
{
    public static Task RunAsync(ImportSql sql, Import import, int lastRow, Func<int, Task> progress, CancellationToken cancel) =>
        sql.ExecuteInChunksAsync(import.FromTrainingSystem ? AddVerified : AddUnverified, lastRow, progress, cancel);

    private const string AddVerified = """
        INSERT INTO "TrainingRecords" ("Id", "PartnershipId", "StaffId", "LevelNumber", "AchievedOn", "EndsOn", "Course", "Provider", "Reference", "Source", "State", "RecordedBy", "DecidedBy", "DecidedOn", "Version")
        SELECT "NewId", @partnership, "StaffId", "LevelNumber", "AchievedOn", "EndsOn", "Course", "Provider", "Reference", 'Import',
          CASE WHEN "StaffId" = @own THEN 'Unverified' ELSE 'Verified' END, CASE WHEN "StaffId" = @own THEN @by END,
          CASE WHEN "StaffId" = @own THEN NULL ELSE @by END, CASE WHEN "StaffId" = @own THEN NULL ELSE @today END, 0
        FROM "ImportRows" WHERE "ImportId" = @import AND "Number" BETWEEN @from AND @to AND "Verdict" = 'New'
        """;

    private const string AddUnverified = """
        INSERT INTO "TrainingRecords" ("Id", "PartnershipId", "StaffId", "LevelNumber", "AchievedOn", "EndsOn", "Course", "Provider", "Reference", "Source", "State", "RecordedBy", "Version")
        SELECT "NewId", @partnership, "StaffId", "LevelNumber", "AchievedOn", "EndsOn", "Course", "Provider", "Reference", 'Import', 'Unverified', @by, 0
        FROM "ImportRows" WHERE "ImportId" = @import AND "Number" BETWEEN @from AND @to AND "Verdict" = 'New'
        """;
}
