namespace Portal.Features.Imports.Comparing;

/// <summary>Gives every staged row of a training history its verdict. It must be about someone in post at the agency.</summary>
internal static class TrainingComparison
{
    public static async Task RunAsync(ImportSql sql, CancellationToken cancel)
    {
        foreach (var statement in Statements) await sql.ExecuteAsync(statement, cancel);
    }

    private static readonly string[] Statements =
    [
        """DROP TABLE IF EXISTS "Matched" """,
        """CREATE TEMP TABLE "Matched" ("Number" integer PRIMARY KEY, "LevelNumber" integer, "AchievedOn" @day, "ByNumber" @id, "ByEmail" @id, "StaffId" @id, "First" integer)""",
        """
        INSERT INTO "Matched" ("Number", "LevelNumber", "AchievedOn", "ByNumber", "ByEmail")
        SELECT f."Number", f."LevelNumber", f."AchievedOn",
          (SELECT p."StaffId" FROM "Posts" p WHERE p."AgencyId" = @agency AND p."EmployeeNumber" = f."EmployeeNumber" AND (p."LeftOn" IS NULL OR p."LeftOn" > @today) ORDER BY p."Id" LIMIT 1),
          (SELECT s."Id" FROM "Staff" s WHERE s."PartnershipId" = @partnership AND s."Email" = f."Email"
            AND EXISTS (SELECT 1 FROM "Posts" p WHERE p."AgencyId" = @agency AND p."StaffId" = s."Id" AND (p."LeftOn" IS NULL OR p."LeftOn" > @today)))
        FROM "StagedRows" f WHERE NOT f."Misread"
        """,
        """UPDATE "Matched" SET "StaffId" = COALESCE("ByNumber", "ByEmail")""",
        """
        UPDATE "Matched" AS m SET "First" = d."First"
        FROM (SELECT "StaffId", "LevelNumber", "AchievedOn", MIN("Number") AS "First" FROM "Matched"
          WHERE "ByNumber" IS NULL OR "ByEmail" IS NULL OR "ByNumber" = "ByEmail" GROUP BY "StaffId", "LevelNumber", "AchievedOn" HAVING COUNT(*) > 1) d
        WHERE m."StaffId" = d."StaffId" AND m."LevelNumber" = d."LevelNumber" AND m."AchievedOn" = d."AchievedOn" AND m."Number" > d."First"
        """,
        """
        INSERT INTO "ImportRows" ("ImportId", "Number", "InFile", "NewId", "EmployeeNumber", "Email", "LevelNumber", "AchievedOn", "EndsOn", "Course", "Provider", "Reference", "Misread", "AddsPerson",
          "StaffId", "Problem", "Verdict")
        SELECT c."ImportId", c."Number", c."InFile", c."NewId", c."EmployeeNumber", c."Email", c."LevelNumber", c."AchievedOn", c."EndsOn", c."Course", c."Provider", c."Reference", c."Misread", FALSE,
          c."Person", c."Refusal",
          CASE WHEN c."Refusal" IS NOT NULL THEN 'Refused'
            WHEN EXISTS (SELECT 1 FROM "TrainingRecords" t WHERE t."StaffId" = c."Person" AND t."LevelNumber" = c."LevelNumber" AND t."AchievedOn" = c."AchievedOn" AND t."State" <> 'Rejected') THEN 'Unchanged'
            ELSE 'New' END
        FROM (
          SELECT f."ImportId", f."Number", f."InFile", f."NewId", f."EmployeeNumber", f."Email", f."LevelNumber", f."AchievedOn", f."EndsOn", f."Course", f."Provider", f."Reference", f."Misread",
            m."StaffId" AS "Person",
            COALESCE(f."Problem", CASE
              WHEN m."ByNumber" <> m."ByEmail" THEN 'Employee number and work email belong to two different people. Check both'
              WHEN m."StaffId" IS NULL THEN 'No one on the staff list has ' || CASE
                WHEN f."EmployeeNumber" IS NULL THEN 'the work email “' || f."Email" || '”'
                WHEN f."Email" IS NULL THEN 'the employee number “' || f."EmployeeNumber" || '”'
                ELSE 'the employee number “' || f."EmployeeNumber" || '” or the work email “' || f."Email" || '”' END || '. Correct it, or import the staff list first'
              WHEN m."First" IS NOT NULL THEN 'Row ' || m."First" || ' already gives this person this level on this day' END) AS "Refusal"
          FROM "StagedRows" f LEFT JOIN "Matched" m ON m."Number" = f."Number"
        ) c
        """,
        """DROP TABLE "Matched" """,
    ];
}
