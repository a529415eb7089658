namespace Portal.Features.Imports.Comparing;

/// <summary>What would happen to each row as the person saw it, beside what would happen now: equal counts may hide other people.</summary>
internal static class AgreedRows
{
    /// <summary>
    /// All that is shown before applying and written by it. People who are not in the file have no number of their own, and
    /// leave on the day it is applied.
    /// </summary>
    private const string Columns = """
        CASE WHEN "InFile" THEN "Number" END, "Verdict", "AddsPerson", "StaffId", "PostId", "Name", "Email", "EmployeeNumber",
          "JobTitleId", "StartedOn", CASE WHEN "InFile" THEN "LeftOn" END, "ManagerId",
        "OldName", "OldEmail", "OldEmployeeNumber", "OldJobTitleId", "OldStartedOn", "OldLeftOn", "OldManagerId"
        """;

    private const string Matters = """ "Verdict" NOT IN ('Refused', 'Unchanged')""";

    public static async Task KeepAsync(ImportSql sql, CancellationToken cancel)
    {
        await sql.ExecuteAsync("""DROP TABLE IF EXISTS "Agreed" """, cancel);
        await sql.ExecuteAsync("""CREATE TEMP TABLE "Agreed" AS SELECT * FROM "ImportRows" WHERE FALSE""", cancel);
        await sql.ExecuteAsync($"""INSERT INTO "Agreed" SELECT * FROM "ImportRows" WHERE "ImportId" = @import AND {Matters}""", cancel);
    }

    public static async Task<bool> AreStillAsync(ImportSql sql, CancellationToken cancel)
    {
        const string then = $"""SELECT {Columns} FROM "Agreed" """;
        const string now = $"""SELECT {Columns} FROM "ImportRows" WHERE "ImportId" = @import AND {Matters}""";
        const string others = $"""SELECT * FROM ({then} EXCEPT {now}) a UNION ALL SELECT * FROM ({now} EXCEPT {then}) b LIMIT 1""";
        var found = await sql.ReadAsync(others, 0, _ => true, cancel);
        await sql.ExecuteAsync("""DROP TABLE "Agreed" """, cancel);
        return found.Count == 0;
    }
}
