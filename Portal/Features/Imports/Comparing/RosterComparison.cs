namespace Portal.Features.Imports.Comparing;

/// <summary>
/// Gives every staged row of a roster its verdict: who it is about, which of their posts, and what would change. What only
/// some rows need, because several are about one person or the names differ, is done for those rows alone.
/// </summary>
internal static class RosterComparison
{
    public static async Task RunAsync(ImportSql sql, Import import, CancellationToken cancel)
    {
        await RosterPeople.FindAsync(sql, cancel);
        await RosterIdentities.DecideAsync(sql, cancel);
        foreach (var statement in MatchPosts) await sql.ExecuteAsync(statement, cancel);
        var namesManagers = await RosterManagers.FindAsync(sql, cancel);
        await sql.ExecuteAsync(RosterVerdicts.Keep, cancel);
        if (namesManagers) await RosterManagers.RefuseAsync(sql, cancel);
        await sql.ExecuteAsync(RosterVerdicts.NamePeopleOfSeveralRows, cancel);
        if (import.IsFullList) await RosterAbsentees.AddAsync(sql, cancel);
        foreach (var table in new[] { "Matched", "Managers" }) await sql.ExecuteAsync($"""DROP TABLE "{table}" """, cancel);
    }

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
