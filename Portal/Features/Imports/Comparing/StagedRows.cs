using Portal.Data;

namespace Portal.Features.Imports.Comparing;

/// <summary>
/// The rows of a file between being read and being compared, in a table of the connection's own: nobody else sees them, and
/// the rows that stay are written once, with their verdicts. Keep the connection open from one to the other.
/// </summary>
internal static class StagedRows
{
    private const string Table = "StagedRows";

    /// <summary>Makes the table anew, empty.</summary>
    public static async Task BeginAsync(ImportSql sql, CancellationToken cancel)
    {
        await EndAsync(sql, cancel);
        await sql.ExecuteAsync("""CREATE TEMP TABLE "StagedRows" AS SELECT * FROM "ImportRows" WHERE FALSE""", cancel);
    }

    public static Task AddAsync(PortalDb db, IEnumerable<ImportRow> rows, CancellationToken cancel) => db.BulkInsertAsync(rows, cancel, into: Table);

    /// <summary>Takes the rows of a file that was compared before, without what that said.</summary>
    public static async Task TakeBackAsync(ImportSql sql, CancellationToken cancel)
    {
        await BeginAsync(sql, cancel);
        await sql.ExecuteAsync("""INSERT INTO "StagedRows" SELECT * FROM "ImportRows" WHERE "ImportId" = @import AND "InFile" """, cancel);
        await sql.ExecuteAsync("""UPDATE "StagedRows" SET "Problem" = NULL WHERE "Problem" IS NOT NULL AND NOT "Misread" """, cancel);
    }

    public static Task EndAsync(ImportSql sql, CancellationToken cancel) => sql.ExecuteAsync("""DROP TABLE IF EXISTS "StagedRows" """, cancel);
}
