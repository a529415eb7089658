namespace Portal.Features.Imports.Comparing;

/// <summary>
/// Finds the people whom the staged rows of a roster name: by the employee number of someone in post at the agency, then by
/// email in the partnership, and without either by name among the agency's people. Finding someone does not say yet that
/// the row is about them: <see cref="RosterIdentities"/> decides that.
/// </summary>
internal static class RosterPeople
{
    public static async Task FindAsync(ImportSql sql, CancellationToken cancel)
    {
        foreach (var statement in ByKeys) await sql.ExecuteAsync(statement, cancel);
        await NamedOnly.FindAsync(sql, cancel);
        await sql.ExecuteAsync("""UPDATE "Matched" SET "StaffId" = COALESCE("ByNumber", "ByEmail", "ByName", "NewId")""", cancel);
        await sql.ExecuteAsync(ReadTogether, cancel);
    }

    private static readonly string[] ByKeys =
    [
        """DROP TABLE IF EXISTS "Matched" """,
        """
        CREATE TEMP TABLE "Matched" ("Number" integer PRIMARY KEY, "Key" text, "Name" text, "Email" text, "EmployeeNumber" text,
          "JobTitleId" @id, "LeftOn" @day, "NewId" @id,
          "ByNumber" @id, "ByEmail" @id, "ByName" @id, "StaffId" @id, "PostId" @id, "NameKey" text, "Known" text, "OtherName" text,
            "OtherProblem" text, "Problem" text,
          "IsAway" boolean DEFAULT FALSE, "Differs" boolean DEFAULT FALSE, "IsAsked" boolean DEFAULT FALSE,
            "IsOneOfSeveral" boolean DEFAULT FALSE)
        """,
        """
        INSERT INTO "Matched" ("Number", "Key", "Name", "Email", "EmployeeNumber", "JobTitleId", "LeftOn", "NewId", "ByNumber", "ByEmail")
        SELECT f."Number", COALESCE(f."Email", '#' || f."EmployeeNumber"), f."Name", f."Email", f."EmployeeNumber", f."JobTitleId",
          f."LeftOn", f."NewId",
          (SELECT p."StaffId" FROM "Posts" p WHERE p."AgencyId" = @agency AND p."EmployeeNumber" = f."EmployeeNumber"
            AND (p."LeftOn" IS NULL OR p."LeftOn" > @today)
            ORDER BY CASE WHEN p."LeftOn" IS NULL THEN 0 ELSE 1 END, p."Id" DESC LIMIT 1),
          s."Id"
        FROM "StagedRows" f LEFT JOIN "Staff" s ON s."PartnershipId" = @partnership AND s."Email" = f."Email"
        WHERE NOT f."Misread"
        """,
        // Known, and not in post here.
        """
        UPDATE "Matched" SET "IsAway" = TRUE WHERE "ByNumber" IS NULL AND "ByEmail" IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM "Posts" p WHERE p."AgencyId" = @agency AND p."StaffId" = "Matched"."ByEmail"
            AND (p."LeftOn" IS NULL OR p."LeftOn" > @today))
        """,
        // A number that is no longer anyone's finds only whoever left with it, in a row that says so: nothing happens to them.
        """
        UPDATE "Matched" AS m SET "ByNumber" = p."StaffId", "IsAway" = TRUE FROM "Posts" p JOIN "Staff" s ON s."Id" = p."StaffId"
        WHERE m."LeftOn" <= @today AND m."ByNumber" IS NULL AND p."AgencyId" = @agency AND p."EmployeeNumber" = m."EmployeeNumber"
          AND p."LeftOn" = m."LeftOn" AND LOWER(s."Name") = LOWER(m."Name")
        """,
    ];

    /// <summary>
    /// One person is all the rows with one email, or without an email with one employee number, or with one name. Rows about
    /// one person agree on who that is; whether two spellings are one name is left to <see cref="RosterIdentities"/>.
    /// </summary>
    private const string ReadTogether = $"""
        UPDATE "Matched" AS r SET "StaffId" = m."Person", "Problem" = m."Problem", "OtherName" = m."OtherName",
          "OtherProblem" = m."OtherProblem"
        FROM (
          SELECT k."Number",
            FIRST_VALUE(k."StaffId") OVER (PARTITION BY k."Key" ORDER BY CASE
              WHEN COALESCE(k."ByNumber", k."ByEmail", k."ByName") IS NULL THEN 1 ELSE 0 END, k."Number") AS "Person",
            CASE WHEN LOWER(k."Name") <> LOWER(FIRST_VALUE(k."Name") OVER "SameKey") THEN FIRST_VALUE(k."Name") OVER "SameKey"
              WHEN LOWER(k."Name") <> LOWER(FIRST_VALUE(k."Name") OVER "SamePerson")
                THEN FIRST_VALUE(k."Name") OVER "SamePerson" END AS "OtherName",
            CASE WHEN LOWER(k."Name") <> LOWER(FIRST_VALUE(k."Name") OVER "SameKey")
                THEN 'Row ' || FIRST_VALUE(k."Number") OVER "SameKey" || ' gives the same ' || CASE WHEN k."Email" IS NULL
                  THEN 'employee number'
                    ELSE 'work email' END || ' to ' || FIRST_VALUE(k."Name") OVER "SameKey" || '. Each person needs their own'
              ELSE 'Row ' || FIRST_VALUE(k."Number") OVER "SamePerson"
                || ' is about the same person with the name ' || FIRST_VALUE(k."Name") OVER "SamePerson" || '. Correct one of them' END AS "OtherProblem",
            CASE
              WHEN k."Problem" IS NOT NULL THEN k."Problem"
              WHEN k."EmployeeNumber" IS NOT NULL AND k."Key" <> FIRST_VALUE(k."Key") OVER "SameNumber"
                AND k."StaffId" <> FIRST_VALUE(k."StaffId") OVER "SameNumber"
                THEN 'Row ' || FIRST_VALUE(k."Number") OVER "SameNumber"
                  || ' has the same employee number with a different work email. Correct one of them'
              WHEN k."ByNumber" <> k."ByEmail"
                THEN '{Identity.TwoPeople}'
              WHEN k."Email" <> FIRST_VALUE(k."Email") OVER "SamePersonsEmail"
                THEN 'Row ' || FIRST_VALUE(k."Number") OVER "SamePersonsEmail"
                  || ' is about the same person with a different work email. Correct one of them'
            END AS "Problem"
          FROM "Matched" k
          WHERE k."ByNumber" <> k."ByEmail"
            OR k."Key" IN (SELECT "Key" FROM "Matched" GROUP BY "Key" HAVING COUNT(*) > 1)
            OR k."EmployeeNumber" IN (SELECT "EmployeeNumber" FROM "Matched" GROUP BY "EmployeeNumber" HAVING COUNT(*) > 1)
            OR k."StaffId" IN (SELECT "StaffId" FROM "Matched" GROUP BY "StaffId" HAVING COUNT(*) > 1)
          WINDOW "SameKey" AS (PARTITION BY k."Key" ORDER BY k."Number"),
            "SameNumber" AS (PARTITION BY k."EmployeeNumber" ORDER BY k."Number"),
            "SamePerson" AS (PARTITION BY k."StaffId" ORDER BY k."Number"),
            "SamePersonsEmail" AS (PARTITION BY k."StaffId" ORDER BY CASE WHEN k."Email" IS NULL THEN 1 ELSE 0 END, k."Number")
        ) m
        WHERE r."Number" = m."Number"
        """;
}
