namespace Portal.Features.Imports.Comparing;

/// <summary>
/// Gives every staged row of a roster its verdict. People are matched by the agency's employee number, then by e-mail in the
/// partnership: someone known at another agency is the same person, and a post here is added to them. What only some rows
/// need, because several are about one person or give one number, is done for those rows alone.
/// </summary>
internal static class RosterComparison
{
    public static async Task RunAsync(ImportSql sql, Import import, CancellationToken cancel)
    {
        foreach (var statement in MatchPeople) await sql.ExecuteAsync(statement, cancel);
        foreach (var statement in MatchPosts) await sql.ExecuteAsync(statement, cancel);
        var namesManagers = await RosterManagers.FindAsync(sql, cancel);
        await sql.ExecuteAsync(RosterVerdicts.Keep, cancel);
        if (namesManagers) await RosterManagers.RefuseAsync(sql, cancel);
        await sql.ExecuteAsync(RosterVerdicts.NamePeopleOfSeveralRows, cancel);
        if (import.IsFullList) await sql.ExecuteAsync(RosterVerdicts.AddAbsent, cancel);
        foreach (var table in new[] { "Matched", "Managers" }) await sql.ExecuteAsync($"""DROP TABLE "{table}" """, cancel);
    }

    /// <summary>One person is all the rows with one e-mail, or without an e-mail with one employee number.</summary>
    private static readonly string[] MatchPeople =
    [
        """DROP TABLE IF EXISTS "Matched" """,
        """
        CREATE TEMP TABLE "Matched" ("Number" integer PRIMARY KEY, "Key" text, "Name" text, "Email" text, "EmployeeNumber" text, "JobTitleId" @id, "LeftOn" @day, "NewId" @id,
          "ByNumber" @id, "ByEmail" @id, "StaffId" @id, "PostId" @id, "Problem" text, "IsOneOfSeveral" boolean DEFAULT FALSE)
        """,
        """
        INSERT INTO "Matched" ("Number", "Key", "Name", "Email", "EmployeeNumber", "JobTitleId", "LeftOn", "NewId", "ByNumber", "ByEmail")
        SELECT f."Number", COALESCE(f."Email", '#' || f."EmployeeNumber"), f."Name", f."Email", f."EmployeeNumber", f."JobTitleId", f."LeftOn", f."NewId",
          (SELECT p."StaffId" FROM "Posts" p WHERE p."AgencyId" = @agency AND p."EmployeeNumber" = f."EmployeeNumber"
            ORDER BY CASE WHEN p."LeftOn" IS NULL THEN 0 ELSE 1 END, p."Id" DESC LIMIT 1),
          s."Id"
        FROM "StagedRows" f LEFT JOIN "Staff" s ON s."PartnershipId" = @partnership AND s."Email" = f."Email"
        WHERE NOT f."Misread"
        """,
        """UPDATE "Matched" SET "StaffId" = COALESCE("ByNumber", "ByEmail", "NewId")""",
        """
        UPDATE "Matched" AS r SET "StaffId" = m."Person", "Problem" = m."Problem"
        FROM (
          SELECT k."Number",
            FIRST_VALUE(k."StaffId") OVER (PARTITION BY k."Key" ORDER BY CASE WHEN k."ByNumber" IS NULL AND k."ByEmail" IS NULL THEN 1 ELSE 0 END, k."Number") AS "Person",
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
          FROM "Matched" k
          WHERE k."ByNumber" <> k."ByEmail"
            OR k."Key" IN (SELECT "Key" FROM "Matched" GROUP BY "Key" HAVING COUNT(*) > 1)
            OR k."EmployeeNumber" IN (SELECT "EmployeeNumber" FROM "Matched" GROUP BY "EmployeeNumber" HAVING COUNT(*) > 1)
            OR k."StaffId" IN (SELECT "StaffId" FROM "Matched" GROUP BY "StaffId" HAVING COUNT(*) > 1)
          WINDOW "SameKey" AS (PARTITION BY k."Key" ORDER BY k."Number"),
            "SameNumber" AS (PARTITION BY k."EmployeeNumber" ORDER BY k."Number"),
            "SameKnown" AS (PARTITION BY k."StaffId" ORDER BY k."Number")
        ) m
        WHERE r."Number" = m."Number"
        """,
        """
        UPDATE "Matched" SET "IsOneOfSeveral" = TRUE
        WHERE "Problem" IS NULL AND "StaffId" IN (SELECT "StaffId" FROM "Matched" WHERE "Problem" IS NULL GROUP BY "StaffId" HAVING COUNT(*) > 1)
        """,
    ];

    /// <summary>A row is about the post with its title; or about a person's only post, when it is their only row, whose title then changes.</summary>
    private static readonly string[] MatchPosts =
    [
        """
        UPDATE "Matched" AS m SET "PostId" = COALESCE(
          (SELECT p."Id" FROM "Posts" p WHERE p."AgencyId" = @agency AND p."StaffId" = m."StaffId" AND p."JobTitleId" = m."JobTitleId" AND (p."LeftOn" IS NULL OR p."LeftOn" > @today) ORDER BY p."Id" LIMIT 1),
          CASE WHEN NOT m."IsOneOfSeveral" AND 1 = (SELECT COUNT(*) FROM "Posts" p WHERE p."AgencyId" = @agency AND p."StaffId" = m."StaffId" AND (p."LeftOn" IS NULL OR p."LeftOn" > @today))
            THEN (SELECT p."Id" FROM "Posts" p WHERE p."AgencyId" = @agency AND p."StaffId" = m."StaffId" AND (p."LeftOn" IS NULL OR p."LeftOn" > @today) ORDER BY p."Id" LIMIT 1) END,
          CASE WHEN m."LeftOn" IS NOT NULL
            THEN (SELECT p."Id" FROM "Posts" p WHERE p."AgencyId" = @agency AND p."StaffId" = m."StaffId" AND p."JobTitleId" = m."JobTitleId" ORDER BY p."LeftOn" DESC LIMIT 1) END,
          m."NewId")
        WHERE m."Problem" IS NULL
        """,
        """
        UPDATE "Matched" AS m SET "Problem" = 'Row ' || d."First" || ' already gives ' || m."Name" || ' this job title'
        FROM (SELECT "StaffId", "JobTitleId", MIN("Number") AS "First" FROM "Matched" WHERE "IsOneOfSeveral" GROUP BY "StaffId", "JobTitleId" HAVING COUNT(*) > 1) d
        WHERE m."IsOneOfSeveral" AND m."StaffId" = d."StaffId" AND m."JobTitleId" = d."JobTitleId" AND m."Number" > d."First"
        """,
    ];
}
