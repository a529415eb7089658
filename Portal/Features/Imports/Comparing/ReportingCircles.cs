namespace Portal.Features.Imports.Comparing;

/// <summary>
/// Refuses the rows that would have people report to each other in a circle. Who reports to whom once the file is applied is
/// laid out in a table, and peeled from both ends, those whom nobody reports to and those who report to nobody, until only
/// circles are left.
/// </summary>
internal static class ReportingCircles
{
    /// <summary>Each peel takes a step off both ends, so a line of people this much deeper than any organisation is refused with the circles.</summary>
    private const int MostPeels = 100;

    /// <summary>How many rows were refused.</summary>
    public static async Task<int> RefuseAsync(ImportSql sql, CancellationToken cancel)
    {
        await sql.ExecuteAsync("""DROP TABLE IF EXISTS "ReportingTo" """, cancel);
        await sql.ExecuteAsync("""CREATE TEMP TABLE "ReportingTo" ("StaffId" @id, "ManagerId" @id)""", cancel);
        await sql.ExecuteAsync(LayOut, cancel);
        for (var peel = 0; peel < MostPeels && await sql.ExecuteAsync(PeelTop, cancel) + await sql.ExecuteAsync(PeelBottom, cancel) > 0; peel++) { }
        var refused = await sql.ExecuteAsync(Refuse, cancel);
        await sql.ExecuteAsync("""DROP TABLE "ReportingTo" """, cancel);
        return refused;
    }

    /// <summary>Only managers, because nobody else is part of a circle: in the rows, and in the posts that no row changes.</summary>
    private const string LayOut = """
        INSERT INTO "ReportingTo" ("StaffId", "ManagerId")
        SELECT e."StaffId", e."ManagerId" FROM (
          SELECT r."StaffId", COALESCE(r."ManagerId", r."OldManagerId") AS "ManagerId" FROM "ImportRows" r
          WHERE r."ImportId" = @import AND r."Verdict" <> 'Refused' AND (COALESCE(r."LeftOn", r."OldLeftOn") IS NULL OR COALESCE(r."LeftOn", r."OldLeftOn") > @today)
          UNION ALL
          SELECT p."StaffId", p."ManagerId" FROM "Posts" p
          WHERE p."AgencyId" = @agency AND (p."LeftOn" IS NULL OR p."LeftOn" > @today)
            AND p."Id" NOT IN (SELECT "PostId" FROM "ImportRows" WHERE "ImportId" = @import AND "Verdict" <> 'Refused' AND "PostId" IS NOT NULL)
        ) e
        WHERE e."ManagerId" IS NOT NULL AND e."StaffId" IN (
          SELECT "ManagerId" FROM "ImportRows" WHERE "ImportId" = @import AND "ManagerId" IS NOT NULL
          UNION SELECT "ManagerId" FROM "Posts" WHERE "AgencyId" = @agency AND "ManagerId" IS NOT NULL)
        """;

    private const string PeelTop = """DELETE FROM "ReportingTo" WHERE "ManagerId" NOT IN (SELECT "StaffId" FROM "ReportingTo")""";

    private const string PeelBottom = """DELETE FROM "ReportingTo" WHERE "StaffId" NOT IN (SELECT "ManagerId" FROM "ReportingTo")""";

    private const string Refuse = """
        UPDATE "ImportRows" AS r SET "Verdict" = 'Refused', "AddsPerson" = FALSE,
          "Problem" = 'Line manager “' || r."Manager" || '” would report to ' || r."Name" || ', directly or through others, as well. Correct one of their rows'
        WHERE r."ImportId" = @import AND r."Verdict" <> 'Refused' AND r."ManagerId" IS NOT NULL AND r."ManagerId" IS DISTINCT FROM r."OldManagerId"
          AND EXISTS (SELECT 1 FROM "ReportingTo" t WHERE t."StaffId" = r."StaffId" AND t."ManagerId" = r."ManagerId")
        """;
}
