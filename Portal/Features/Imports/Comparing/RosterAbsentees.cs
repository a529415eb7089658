namespace Portal.Features.Imports.Comparing;

/// <summary>
/// People whom a full list does not name leave today. Any row names its person, a refused or misread one too: by number, by
/// email, and where neither leads to anyone, by name.
/// </summary>
internal static class RosterAbsentees
{
    public static async Task AddAsync(ImportSql sql, CancellationToken cancel)
    {
        if (await sql.ExecuteAsync(AddAbsent, cancel) == 0) return;
        foreach (var statement in Names) await sql.ExecuteAsync(statement, cancel);
        if (await RowByRow.FoldNamesAsync(sql, "Named", "TRUE", cancel) > 0)
        {
            await RowByRow.FoldNamesAsync(sql, "Absent", "TRUE", cancel);
            await sql.ExecuteAsync(SpareTheNamed, cancel);
        }
        foreach (var table in new[] { "Named", "Absent" }) await sql.ExecuteAsync($"""DROP TABLE "{table}" """, cancel);
    }

    private const string AddAbsent = """
        INSERT INTO "ImportRows" ("ImportId", "Number", "InFile", "NewId", "Misread", "AddsPerson", "Verdict", "StaffId", "PostId",
          "Name", "Email", "EmployeeNumber", "JobTitleId", "StartedOn", "LeftOn",
          "OldName", "OldEmail", "OldEmployeeNumber", "OldJobTitleId", "OldStartedOn", "OldLeftOn", "OldManagerId", "StaffVersion",
            "PostVersion")
        SELECT @import, last."Number" + ROW_NUMBER() OVER (ORDER BY s."Name", p."Id"), FALSE, p."Id", FALSE, FALSE, 'Leaver', s."Id",
          p."Id", s."Name", s."Email", p."EmployeeNumber", p."JobTitleId", p."StartedOn",
          CASE WHEN p."StartedOn" > @today THEN p."StartedOn" ELSE @today END,
          s."Name", s."Email", p."EmployeeNumber", p."JobTitleId", p."StartedOn", p."LeftOn", p."ManagerId", s."Version", p."Version"
        FROM "Posts" p JOIN "Staff" s ON s."Id" = p."StaffId", (SELECT MAX("Number") AS "Number" FROM "ImportRows"
          WHERE "ImportId" = @import) last
        WHERE p."AgencyId" = @agency AND p."LeftOn" IS NULL
          AND p."Id" NOT IN (SELECT "PostId" FROM "ImportRows" WHERE "ImportId" = @import AND "Verdict" <> 'Refused'
            AND "PostId" IS NOT NULL)
          AND p."StaffId" NOT IN (SELECT "StaffId" FROM "ImportRows" WHERE "ImportId" = @import AND "Verdict" = 'Refused'
            AND "StaffId" IS NOT NULL)
          AND (p."EmployeeNumber" IS NULL OR p."EmployeeNumber" NOT IN (SELECT "EmployeeNumber" FROM "ImportRows"
            WHERE "ImportId" = @import AND "Verdict" = 'Refused' AND "EmployeeNumber" IS NOT NULL))
          AND (s."Email" IS NULL OR s."Email" NOT IN (SELECT "Email" FROM "ImportRows" WHERE "ImportId" = @import
            AND "Verdict" = 'Refused' AND "Email" IS NOT NULL))
        """;

    /// <summary>The names of rows whose number and email lead to nobody here, and of those who would leave.</summary>
    private static readonly string[] Names =
    [
        """DROP TABLE IF EXISTS "Named" """,
        """DROP TABLE IF EXISTS "Absent" """,
        """CREATE TEMP TABLE "Named" ("Number" integer PRIMARY KEY, "Name" text, "NameKey" text)""",
        """CREATE TEMP TABLE "Absent" ("Number" integer PRIMARY KEY, "Name" text, "NameKey" text)""",
        """
        INSERT INTO "Named" ("Number", "Name") SELECT r."Number", r."Name" FROM "ImportRows" r
        WHERE r."ImportId" = @import AND r."InFile" AND r."Name" IS NOT NULL AND r."Verdict" IN ('New', 'Refused', 'Asked')
          AND NOT EXISTS (SELECT 1 FROM "Posts" p WHERE p."AgencyId" = @agency AND p."EmployeeNumber" = r."EmployeeNumber"
            AND (p."LeftOn" IS NULL OR p."LeftOn" > @today))
          AND NOT EXISTS (SELECT 1 FROM "Staff" s JOIN "Posts" p ON p."StaffId" = s."Id" WHERE s."PartnershipId" = @partnership
            AND s."Email" = r."Email" AND p."AgencyId" = @agency AND (p."LeftOn" IS NULL OR p."LeftOn" > @today))
        """,
        """
        INSERT INTO "Absent" ("Number", "Name") SELECT r."Number", r."Name" FROM "ImportRows" r
        WHERE r."ImportId" = @import AND NOT r."InFile"
        """,
    ];

    private const string SpareTheNamed = """
        DELETE FROM "ImportRows" WHERE "ImportId" = @import AND NOT "InFile" AND "Number" IN (SELECT a."Number" FROM "Absent" a
          WHERE a."NameKey" IN (SELECT "NameKey" FROM "Named"))
        """;
}
