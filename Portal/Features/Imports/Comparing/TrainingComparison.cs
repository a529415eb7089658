using Portal.Data;

namespace Portal.Features.Imports.Comparing;

/// <summary>Gives every staged row of a training history its verdict. It must be about someone in post at the agency.</summary>
internal static class TrainingComparison
{
    public static async Task RunAsync(PortalDb db, Import import, DateOnly today, CancellationToken cancel)
    {
        var sql = new ImportSql(db, import, today);
        await sql.ExecuteAsync(Forget, cancel);
        await sql.ExecuteAsync(MatchPeople, cancel);
        await sql.ExecuteAsync(CompareWithRecords, cancel);
    }

    private const string Forget = """
        UPDATE "ImportRows" SET "Verdict" = NULL, "Problem" = NULL, "StaffId" = NULL
        WHERE "ImportId" = @import AND "InFile" AND NOT "Misread" AND "Verdict" IS NOT NULL
        """;

    private const string MatchPeople = """
        UPDATE "ImportRows" AS r SET "StaffId" = COALESCE(m."ByNumber", m."ByEmail"),
          "Problem" = CASE
            WHEN m."ByNumber" <> m."ByEmail" THEN 'Employee number and work email belong to two different people. Check both'
            WHEN m."ByNumber" IS NULL AND m."ByEmail" IS NULL THEN 'No one on the staff list has ' || CASE
              WHEN r."EmployeeNumber" IS NULL THEN 'the work email “' || r."Email" || '”'
              WHEN r."Email" IS NULL THEN 'the employee number “' || r."EmployeeNumber" || '”'
              ELSE 'the employee number “' || r."EmployeeNumber" || '” or the work email “' || r."Email" || '”' END || '. Correct it, or import the staff list first' END,
          "Verdict" = CASE WHEN m."ByNumber" <> m."ByEmail" OR (m."ByNumber" IS NULL AND m."ByEmail" IS NULL) THEN 'Refused' END
        FROM (
          SELECT f."Number",
            (SELECT p."StaffId" FROM "Posts" p WHERE p."AgencyId" = @agency AND p."EmployeeNumber" = f."EmployeeNumber" AND (p."LeftOn" IS NULL OR p."LeftOn" > @today) ORDER BY p."Id" LIMIT 1) AS "ByNumber",
            (SELECT s."Id" FROM "Staff" s WHERE s."PartnershipId" = @partnership AND s."Email" = f."Email"
              AND EXISTS (SELECT 1 FROM "Posts" p WHERE p."AgencyId" = @agency AND p."StaffId" = s."Id" AND (p."LeftOn" IS NULL OR p."LeftOn" > @today))) AS "ByEmail"
          FROM "ImportRows" f WHERE f."ImportId" = @import AND f."Verdict" IS NULL
        ) m
        WHERE r."ImportId" = @import AND r."Number" = m."Number"
        """;

    private const string CompareWithRecords = """
        UPDATE "ImportRows" AS r SET
          "Problem" = CASE WHEN m."First" <> r."Number" THEN 'Row ' || m."First" || ' already gives this person this level on this day' END,
          "Verdict" = CASE WHEN m."First" <> r."Number" THEN 'Refused' WHEN m."Known" = 1 THEN 'Unchanged' ELSE 'New' END
        FROM (
          SELECT f."Number",
            FIRST_VALUE(f."Number") OVER (PARTITION BY f."StaffId", f."LevelNumber", f."AchievedOn" ORDER BY f."Number") AS "First",
            CASE WHEN EXISTS (SELECT 1 FROM "TrainingRecords" t WHERE t."StaffId" = f."StaffId" AND t."LevelNumber" = f."LevelNumber" AND t."AchievedOn" = f."AchievedOn" AND t."State" <> 'Rejected') THEN 1 ELSE 0 END AS "Known"
          FROM "ImportRows" f WHERE f."ImportId" = @import AND f."Verdict" IS NULL
        ) m
        WHERE r."ImportId" = @import AND r."Number" = m."Number"
        """;
}
