namespace Portal.Features.Imports.Comparing;

/// <summary>Who the line managers that a roster names are: someone on the agency's roster, or in the file.</summary>
internal static class RosterManagers
{
    /// <summary>Whether the file names any.</summary>
    public static async Task<bool> FindAsync(ImportSql sql, CancellationToken cancel)
    {
        await sql.ExecuteAsync("""DROP TABLE IF EXISTS "Managers" """, cancel);
        await sql.ExecuteAsync("""CREATE TEMP TABLE "Managers" ("Key" text PRIMARY KEY, "StaffId" @id)""", cancel);
        if (await sql.ExecuteAsync(Named, cancel) == 0) return false;
        foreach (var statement in Known) await sql.ExecuteAsync(statement, cancel);
        return true;
    }

    /// <summary>Refuses those whose manager is refused, and circles, until no more are: a refused row leaves its person where they were, which may refuse another.</summary>
    public static async Task RefuseAsync(ImportSql sql, CancellationToken cancel)
    {
        await sql.ExecuteAsync(RefuseManagersWhoAreAsked, cancel);
        do { while (await sql.ExecuteAsync(RefuseManagersWhoWillNotBe, cancel) > 0) { } }
        while (await ReportingCircles.RefuseAsync(sql, cancel) > 0);
    }

    private const string Named = """INSERT INTO "Managers" ("Key") SELECT DISTINCT "Manager" FROM "StagedRows" WHERE "Manager" IS NOT NULL AND NOT "Misread" """;

    private static readonly string[] Known =
    [
        """
        UPDATE "Managers" AS g SET "StaffId" = (SELECT p."StaffId" FROM "Posts" p
          WHERE p."AgencyId" = @agency AND p."EmployeeNumber" = g."Key" AND (p."LeftOn" IS NULL OR p."LeftOn" > @today) ORDER BY p."Id" LIMIT 1)
        """,
        """
        UPDATE "Managers" AS g SET "StaffId" = (SELECT s."Id" FROM "Staff" s WHERE s."PartnershipId" = @partnership AND s."Email" = g."Key"
          AND EXISTS (SELECT 1 FROM "Posts" p WHERE p."AgencyId" = @agency AND p."StaffId" = s."Id" AND (p."LeftOn" IS NULL OR p."LeftOn" > @today)))
        WHERE g."StaffId" IS NULL
        """,
        """
        UPDATE "Managers" AS g SET "StaffId" = m."StaffId" FROM "Matched" m
        WHERE g."StaffId" IS NULL AND m."Number" IN (SELECT MIN(k."Number") FROM "Matched" k JOIN "Managers" n ON n."Key" = k."EmployeeNumber" WHERE k."Problem" IS NULL GROUP BY k."EmployeeNumber") AND g."Key" = m."EmployeeNumber"
        """,
        """
        UPDATE "Managers" AS g SET "StaffId" = m."StaffId" FROM "Matched" m
        WHERE g."StaffId" IS NULL AND m."Number" IN (SELECT MIN(k."Number") FROM "Matched" k JOIN "Managers" n ON n."Key" = k."Email" WHERE k."Problem" IS NULL GROUP BY k."Email") AND g."Key" = m."Email"
        """,
    ];

    private const string RefuseManagersWhoAreAsked = """
        UPDATE "ImportRows" AS r SET "Verdict" = 'Refused', "AddsPerson" = FALSE, "Problem" = 'Line manager “' || r."Manager" || '” is asked first, so is not on the staff list yet. Leave the line manager out for now'
        WHERE r."ImportId" = @import AND r."Verdict" <> 'Refused' AND r."ManagerId" IN (SELECT f."StaffId" FROM "ImportRows" f WHERE f."ImportId" = @import AND f."Verdict" = 'Asked')
        """;

    private const string RefuseManagersWhoWillNotBe = """
        UPDATE "ImportRows" AS r SET "Verdict" = 'Refused', "AddsPerson" = FALSE, "Problem" = 'The row of the line manager “' || r."Manager" || '” is refused. Correct that row too'
        WHERE r."ImportId" = @import AND r."Verdict" <> 'Refused' AND r."ManagerId" IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM "Staff" s WHERE s."Id" = r."ManagerId")
          AND r."ManagerId" NOT IN (SELECT f."StaffId" FROM "ImportRows" f WHERE f."ImportId" = @import AND f."Verdict" = 'New' AND f."StaffId" IS NOT NULL)
        """;
}
