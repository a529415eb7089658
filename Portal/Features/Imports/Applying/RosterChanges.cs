namespace Portal.Features.Imports.Applying;

/// <summary>Copies a compared roster into the agency's records. The order matters: people before the posts that name them as managers.</summary>
internal static class RosterChanges
{
    public static async Task RunAsync(ImportSql sql, int lastRow, Func<int, Task> progress, CancellationToken cancel)
    {
        await UseTitlesAddedMeanwhileAsync(sql, cancel);
        await sql.ExecuteAsync(AddTitles, cancel);
        await sql.ExecuteInChunksAsync(AddPeople, lastRow, row => progress(row / 3), cancel);
        await sql.ExecuteInChunksAsync(AddPosts, lastRow, row => progress((lastRow + row) / 3), cancel);
        await sql.ExecuteInChunksAsync(ChangePeople, lastRow, row => progress(lastRow * 2 / 3 + row / 6), cancel);
        await sql.ExecuteInChunksAsync(ChangePosts, lastRow, row => progress(lastRow * 5 / 6 + row / 6), cancel);
    }

    /// <summary>A title that was new when the file was read may be on the agency's list by now: then it is that one.</summary>
    public static Task UseTitlesAddedMeanwhileAsync(ImportSql sql, CancellationToken cancel) => sql.ExecuteAsync(UseTitlesAddedMeanwhile, cancel);

    private const string UseTitlesAddedMeanwhile = """
        UPDATE "ImportRows" SET "JobTitleId" = (SELECT t."Id" FROM "ImportTerms" n JOIN "JobTitles" t ON t."AgencyId" = @agency AND t."Title" = n."Text"
          WHERE n."ImportId" = @import AND n."JobTitleId" = "ImportRows"."JobTitleId")
        WHERE "ImportId" = @import AND "JobTitleId" IN (SELECT n."JobTitleId" FROM "ImportTerms" n JOIN "JobTitles" t ON t."AgencyId" = @agency AND t."Title" = n."Text"
          WHERE n."ImportId" = @import AND t."Id" <> n."JobTitleId")
        """;

    private const string AddTitles = """
        INSERT INTO "JobTitles" ("Id", "PartnershipId", "AgencyId", "Title", "JobRoleId")
        SELECT n."JobTitleId", @partnership, @agency, n."Text", n."JobRoleId" FROM "ImportTerms" n
        WHERE n."ImportId" = @import AND NOT EXISTS (SELECT 1 FROM "JobTitles" t WHERE t."Id" = n."JobTitleId")
          AND n."JobTitleId" IN (SELECT r."JobTitleId" FROM "ImportRows" r WHERE r."ImportId" = @import AND r."Verdict" IN ('New', 'Changed', 'Leaver', 'Asked') AND r."JobTitleId" IS NOT NULL)
        """;

    private const string AddPeople = """
        INSERT INTO "Staff" ("Id", "PartnershipId", "Name", "Email", "Version")
        SELECT "StaffId", @partnership, "Name", "Email", 0 FROM "ImportRows" WHERE "ImportId" = @import AND "Number" BETWEEN @from AND @to AND "AddsPerson"
        """;

    private const string AddPosts = """
        INSERT INTO "Posts" ("Id", "PartnershipId", "AgencyId", "StaffId", "JobTitleId", "EmployeeNumber", "StartedOn", "LeftOn", "ManagerId", "Version")
        SELECT "PostId", @partnership, @agency, "StaffId", "JobTitleId", "EmployeeNumber", "StartedOn", "LeftOn", "ManagerId", 0
        FROM "ImportRows" WHERE "ImportId" = @import AND "Number" BETWEEN @from AND @to AND "Verdict" = 'New'
        """;

    private const string ChangePeople = """
        UPDATE "Staff" AS s SET "Name" = r."Name", "Email" = COALESCE(r."Email", s."Email"), "Version" = s."Version" + 1
        FROM "ImportRows" r
        WHERE r."ImportId" = @import AND r."Number" BETWEEN @from AND @to AND r."Verdict" IN ('New', 'Changed', 'Leaver') AND s."Id" = r."StaffId" AND s."Version" = r."StaffVersion"
          AND (r."Name" <> s."Name" OR (r."Email" IS NOT NULL AND r."Email" IS DISTINCT FROM s."Email"))
        """;

    private const string ChangePosts = """
        UPDATE "Posts" AS p SET "JobTitleId" = r."JobTitleId", "EmployeeNumber" = COALESCE(r."EmployeeNumber", p."EmployeeNumber"),
          "StartedOn" = COALESCE(r."StartedOn", p."StartedOn"), "LeftOn" = COALESCE(r."LeftOn", p."LeftOn"), "ManagerId" = COALESCE(r."ManagerId", p."ManagerId"), "Version" = p."Version" + 1
        FROM "ImportRows" r
        WHERE r."ImportId" = @import AND r."Number" BETWEEN @from AND @to AND r."Verdict" IN ('Changed', 'Leaver') AND p."Id" = r."PostId"
        """;
}
