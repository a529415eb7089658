using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Imports.Comparing;

/// <summary>
/// Gives every staged row of a roster its verdict. People are matched by the agency's employee number, then by e-mail in the
/// partnership: someone known at another agency is the same person, and a post here is added to them.
/// </summary>
internal static class RosterComparison
{
    public static async Task RunAsync(PortalDb db, Import import, DateOnly today, CancellationToken cancel)
    {
        var sql = new ImportSql(db, import, today);
        await sql.ExecuteAsync(MatchPeople, cancel);
        await sql.ExecuteAsync(MatchPosts, cancel);
        var namesManagers = await db.ImportRows.AnyAsync(r => r.ImportId == import.Id && r.Manager != null, cancel);
        if (namesManagers) foreach (var statement in Managers) await sql.ExecuteAsync(statement, cancel);
        await sql.ExecuteAsync(CompareWithPosts, cancel);
        await sql.ExecuteAsync(RefuseUnknownLeavers, cancel);
        // A row that is refused leaves its person where they were, which may refuse another.
        do { while (await sql.ExecuteAsync(RefuseManagersWhoWillNotBe, cancel) > 0) { } }
        while (namesManagers && await ReportingCircles.RefuseAsync(sql, cancel) > 0);
        await sql.ExecuteAsync(NameNewPeople, cancel);
        if (import.IsFullList) await sql.ExecuteAsync(AddAbsent, cancel);
    }

    /// <summary>
    /// One person is all the rows with one e-mail, or without an e-mail with one employee number. What an earlier comparison
    /// said is forgotten in the same pass, because each pass writes every row.
    /// </summary>
    private const string MatchPeople = """
        UPDATE "ImportRows" AS r SET "StaffId" = m."Person", "Problem" = m."Problem", "Verdict" = CASE WHEN m."Problem" IS NULL THEN NULL ELSE 'Refused' END,
          "PostId" = NULL, "ManagerId" = NULL, "AddsPerson" = FALSE, "OldName" = NULL, "OldEmail" = NULL, "OldEmployeeNumber" = NULL, "OldJobTitleId" = NULL,
          "OldStartedOn" = NULL, "OldLeftOn" = NULL, "OldManagerId" = NULL, "StaffVersion" = NULL, "PostVersion" = NULL
        FROM (
          SELECT k."Number",
            FIRST_VALUE(COALESCE(k."ByNumber", k."ByEmail", k."NewId")) OVER (PARTITION BY k."Key" ORDER BY CASE WHEN k."ByNumber" IS NULL AND k."ByEmail" IS NULL THEN 1 ELSE 0 END, k."Number") AS "Person",
            CASE
              WHEN LOWER(k."Name") <> LOWER(FIRST_VALUE(k."Name") OVER "SameKey")
                THEN 'Row ' || FIRST_VALUE(k."Number") OVER "SameKey" || ' gives the same ' || CASE WHEN k."Email" IS NULL THEN 'employee number' ELSE 'work email' END || ' to ' || FIRST_VALUE(k."Name") OVER "SameKey" || '. Each person needs their own'
              WHEN k."EmployeeNumber" IS NOT NULL AND k."Key" <> FIRST_VALUE(k."Key") OVER "SameNumber"
                THEN 'Row ' || FIRST_VALUE(k."Number") OVER "SameNumber" || ' has the same employee number with a different work email. Correct one of them'
              WHEN k."ByNumber" <> k."ByEmail"
                THEN 'Work email belongs to someone other than the person with this employee number. Check both'
              WHEN COALESCE(k."ByNumber", k."ByEmail") IS NOT NULL AND k."Key" <> FIRST_VALUE(k."Key") OVER "SameKnown"
                THEN 'Row ' || FIRST_VALUE(k."Number") OVER "SameKnown" || ' is about the same person with a different work email. Correct one of them'
            END AS "Problem"
          FROM (
            SELECT f."Number", f."NewId", f."Name", f."Email", f."EmployeeNumber", COALESCE(f."Email", '#' || f."EmployeeNumber") AS "Key", s."Id" AS "ByEmail",
              (SELECT p."StaffId" FROM "Posts" p WHERE p."AgencyId" = @agency AND p."EmployeeNumber" = f."EmployeeNumber"
                ORDER BY CASE WHEN p."LeftOn" IS NULL THEN 0 ELSE 1 END, p."Id" DESC LIMIT 1) AS "ByNumber"
            FROM "ImportRows" f LEFT JOIN "Staff" s ON s."PartnershipId" = @partnership AND s."Email" = f."Email"
            WHERE f."ImportId" = @import AND f."InFile" AND NOT f."Misread"
          ) k
          WINDOW "SameKey" AS (PARTITION BY k."Key" ORDER BY k."Number"),
            "SameNumber" AS (PARTITION BY k."EmployeeNumber" ORDER BY k."Number"),
            "SameKnown" AS (PARTITION BY COALESCE(k."ByNumber", k."ByEmail", k."NewId") ORDER BY k."Number")
        ) m
        WHERE r."ImportId" = @import AND r."Number" = m."Number"
        """;

    /// <summary>A row is about the post with its title; or about a person's only post, when it is their only row, whose title then changes.</summary>
    private const string MatchPosts = """
        UPDATE "ImportRows" AS r SET
          "PostId" = COALESCE(m."SameTitle", CASE WHEN m."Rows" = 1 AND m."Posts" = 1 THEN m."AnyPost" END, CASE WHEN r."LeftOn" IS NOT NULL THEN m."LeftPost" END, r."NewId"),
          "Problem" = CASE WHEN m."First" <> r."Number" THEN 'Row ' || m."First" || ' already gives ' || r."Name" || ' this job title' END,
          "Verdict" = CASE WHEN m."First" <> r."Number" THEN 'Refused' END
        FROM (
          SELECT f."Number",
            FIRST_VALUE(f."Number") OVER (PARTITION BY f."StaffId", f."JobTitleId" ORDER BY f."Number") AS "First",
            COUNT(*) OVER (PARTITION BY f."StaffId") AS "Rows",
            (SELECT p."Id" FROM "Posts" p WHERE p."AgencyId" = @agency AND p."StaffId" = f."StaffId" AND p."JobTitleId" = f."JobTitleId" AND (p."LeftOn" IS NULL OR p."LeftOn" > @today) ORDER BY p."Id" LIMIT 1) AS "SameTitle",
            (SELECT p."Id" FROM "Posts" p WHERE p."AgencyId" = @agency AND p."StaffId" = f."StaffId" AND (p."LeftOn" IS NULL OR p."LeftOn" > @today) ORDER BY p."Id" LIMIT 1) AS "AnyPost",
            (SELECT COUNT(*) FROM "Posts" p WHERE p."AgencyId" = @agency AND p."StaffId" = f."StaffId" AND (p."LeftOn" IS NULL OR p."LeftOn" > @today)) AS "Posts",
            (SELECT p."Id" FROM "Posts" p WHERE p."AgencyId" = @agency AND p."StaffId" = f."StaffId" AND p."JobTitleId" = f."JobTitleId" ORDER BY p."LeftOn" DESC LIMIT 1) AS "LeftPost"
          FROM "ImportRows" f WHERE f."ImportId" = @import AND f."Verdict" IS NULL
        ) m
        WHERE r."ImportId" = @import AND r."Number" = m."Number"
        """;

    /// <summary>A line manager is someone on the agency's roster or in the file.</summary>
    private static readonly string[] Managers =
    [
        """
        UPDATE "ImportRows" AS r SET "ManagerId" = p."StaffId" FROM "Posts" p
        WHERE r."ImportId" = @import AND r."Verdict" IS NULL AND r."Manager" IS NOT NULL
          AND p."AgencyId" = @agency AND p."EmployeeNumber" = r."Manager" AND (p."LeftOn" IS NULL OR p."LeftOn" > @today)
        """,
        """
        UPDATE "ImportRows" AS r SET "ManagerId" = s."Id" FROM "Staff" s
        WHERE r."ImportId" = @import AND r."Verdict" IS NULL AND r."Manager" IS NOT NULL AND r."ManagerId" IS NULL
          AND s."PartnershipId" = @partnership AND s."Email" = r."Manager"
          AND EXISTS (SELECT 1 FROM "Posts" p WHERE p."AgencyId" = @agency AND p."StaffId" = s."Id" AND (p."LeftOn" IS NULL OR p."LeftOn" > @today))
        """,
        // A table with a key of its own: without one, SQLite compares every row with every other.
        """CREATE TEMP TABLE "ImportManagers" ("Key" text PRIMARY KEY, "StaffId" @id)""",
        """
        INSERT INTO "ImportManagers" ("Key", "StaffId")
        SELECT k."Key", k."StaffId" FROM (
          SELECT "EmployeeNumber" AS "Key", "StaffId" FROM "ImportRows" WHERE "ImportId" = @import AND "Verdict" IS NULL
          UNION ALL SELECT "Email", "StaffId" FROM "ImportRows" WHERE "ImportId" = @import AND "Verdict" IS NULL) k
        WHERE k."Key" IN (SELECT "Manager" FROM "ImportRows" WHERE "ImportId" = @import AND "Verdict" IS NULL AND "ManagerId" IS NULL)
        ON CONFLICT DO NOTHING
        """,
        """
        UPDATE "ImportRows" SET "ManagerId" = (SELECT k."StaffId" FROM "ImportManagers" k WHERE k."Key" = "ImportRows"."Manager")
        WHERE "ImportId" = @import AND "Verdict" IS NULL AND "Manager" IS NOT NULL AND "ManagerId" IS NULL
        """,
        """DROP TABLE "ImportManagers" """,
        """
        UPDATE "ImportRows" SET "Verdict" = 'Refused', "Problem" = CASE
          WHEN "ManagerId" = "StaffId" THEN "Name" || ' cannot be their own line manager'
          ELSE 'Line manager “' || "Manager" || '” is not on the staff list or in this file. Give their employee number or work email' END
        WHERE "ImportId" = @import AND "Verdict" IS NULL AND "Manager" IS NOT NULL AND ("ManagerId" IS NULL OR "ManagerId" = "StaffId")
        """,
    ];

    /// <summary>Keeps what the person and the post were, and says what differs. An empty cell leaves what is there.</summary>
    private const string CompareWithPosts = """
        UPDATE "ImportRows" AS r SET
          "OldName" = s."Name", "OldEmail" = s."Email", "OldEmployeeNumber" = p."EmployeeNumber", "OldJobTitleId" = p."JobTitleId",
          "OldStartedOn" = p."StartedOn", "OldLeftOn" = p."LeftOn", "OldManagerId" = p."ManagerId", "StaffVersion" = s."Version", "PostVersion" = p."Version",
          "Problem" = CASE
            WHEN p."LeftOn" <= @today AND r."LeftOn" <> p."LeftOn" THEN r."Name" || ' has already left this job, on another day'
            WHEN r."LeftOn" < COALESCE(r."StartedOn", p."StartedOn") THEN 'Leaving date is before the start date on the staff list' END,
          "Verdict" = CASE
            WHEN p."LeftOn" <= @today AND r."LeftOn" <> p."LeftOn" THEN 'Refused'
            WHEN r."LeftOn" < COALESCE(r."StartedOn", p."StartedOn") THEN 'Refused'
            WHEN p."LeftOn" <= @today THEN 'Unchanged'
            WHEN r."LeftOn" IS NOT NULL AND r."LeftOn" IS DISTINCT FROM p."LeftOn" THEN 'Leaver'
            WHEN r."Name" <> s."Name" OR r."JobTitleId" <> p."JobTitleId" OR (r."Email" IS NOT NULL AND r."Email" IS DISTINCT FROM s."Email")
              OR (r."EmployeeNumber" IS NOT NULL AND r."EmployeeNumber" IS DISTINCT FROM p."EmployeeNumber")
              OR (r."StartedOn" IS NOT NULL AND r."StartedOn" IS DISTINCT FROM p."StartedOn")
              OR (r."ManagerId" IS NOT NULL AND r."ManagerId" IS DISTINCT FROM p."ManagerId") THEN 'Changed'
            ELSE 'Unchanged' END
        FROM "Posts" p, "Staff" s
        WHERE r."ImportId" = @import AND r."Verdict" IS NULL AND p."Id" = r."PostId" AND s."Id" = p."StaffId"
        """;

    private const string RefuseUnknownLeavers = """
        UPDATE "ImportRows" SET
          "Verdict" = CASE WHEN "LeftOn" <= @today THEN 'Refused' ELSE 'New' END,
          "Problem" = CASE WHEN "LeftOn" <= @today THEN "Name" || ' is not in this job on the staff list, so cannot leave it. Take the row out' END
        WHERE "ImportId" = @import AND "Verdict" IS NULL
        """;

    private const string RefuseManagersWhoWillNotBe = """
        UPDATE "ImportRows" AS r SET "Verdict" = 'Refused', "Problem" = 'The row of the line manager “' || r."Manager" || '” is refused. Correct that row too'
        WHERE r."ImportId" = @import AND r."Verdict" <> 'Refused' AND r."ManagerId" IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM "Staff" s WHERE s."Id" = r."ManagerId")
          AND r."ManagerId" NOT IN (SELECT f."StaffId" FROM "ImportRows" f WHERE f."ImportId" = @import AND f."Verdict" = 'New' AND f."StaffId" IS NOT NULL)
        """;

    private const string NameNewPeople = """
        UPDATE "ImportRows" AS r SET "AddsPerson" = TRUE
        FROM (SELECT MIN(f."Number") AS "Number" FROM "ImportRows" f
          WHERE f."ImportId" = @import AND f."Verdict" = 'New' AND NOT EXISTS (SELECT 1 FROM "Staff" s WHERE s."Id" = f."StaffId") GROUP BY f."StaffId") m
        WHERE r."ImportId" = @import AND r."Number" = m."Number"
        """;

    /// <summary>People whom a full list does not name leave today. A row that was refused still names its person.</summary>
    private const string AddAbsent = """
        INSERT INTO "ImportRows" ("ImportId", "Number", "InFile", "NewId", "Misread", "AddsPerson", "Verdict", "StaffId", "PostId", "Name", "Email", "EmployeeNumber", "JobTitleId", "StartedOn", "LeftOn",
          "OldName", "OldEmail", "OldEmployeeNumber", "OldJobTitleId", "OldStartedOn", "OldLeftOn", "OldManagerId", "StaffVersion", "PostVersion")
        SELECT @import, last."Number" + ROW_NUMBER() OVER (ORDER BY s."Name", p."Id"), FALSE, p."Id", FALSE, FALSE, 'Leaver', s."Id", p."Id", s."Name", s."Email", p."EmployeeNumber", p."JobTitleId", p."StartedOn",
          CASE WHEN p."StartedOn" > @today THEN p."StartedOn" ELSE @today END,
          s."Name", s."Email", p."EmployeeNumber", p."JobTitleId", p."StartedOn", p."LeftOn", p."ManagerId", s."Version", p."Version"
        FROM "Posts" p JOIN "Staff" s ON s."Id" = p."StaffId", (SELECT MAX("Number") AS "Number" FROM "ImportRows" WHERE "ImportId" = @import) last
        WHERE p."AgencyId" = @agency AND p."LeftOn" IS NULL
          AND p."Id" NOT IN (SELECT "PostId" FROM "ImportRows" WHERE "ImportId" = @import AND "Verdict" <> 'Refused' AND "PostId" IS NOT NULL)
          AND p."StaffId" NOT IN (SELECT "StaffId" FROM "ImportRows" WHERE "ImportId" = @import AND "Verdict" = 'Refused' AND "StaffId" IS NOT NULL)
          AND (p."EmployeeNumber" IS NULL OR p."EmployeeNumber" NOT IN (SELECT "EmployeeNumber" FROM "ImportRows" WHERE "ImportId" = @import AND "Misread" AND "EmployeeNumber" IS NOT NULL))
          AND (s."Email" IS NULL OR s."Email" NOT IN (SELECT "Email" FROM "ImportRows" WHERE "ImportId" = @import AND "Misread" AND "Email" IS NOT NULL))
        """;
}
