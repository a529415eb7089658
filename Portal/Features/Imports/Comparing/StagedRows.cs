using Portal.Data;
using Portal.Features.Imports.Sql;

namespace Portal.Features.Imports.Comparing;

/// <summary>
/// The rows of a file between being read and being compared, in a table of the connection's own: nobody else sees them, and
/// the rows that stay are written once, with their verdicts. Keep the connection open from one to the other.
/// </summary>
internal static class StagedRows
{
    private const string Table = "StagedRows";

    /// <summary>Makes the table anew, empty.</summary>
    public static Task BeginAsync(ImportSql sql, CancellationToken cancel) => sql.RunAsync("Staging.Begin", cancel);

    public static Task AddAsync(PortalDb db, IEnumerable<ImportRow> rows, CancellationToken cancel) => db.BulkInsertAsync(
        rows, cancel, into: Table, only: [.. RowColumns.Of(db.Model, RowColumns.File), nameof(ImportRow.Problem)]);

    /// <summary>Takes the rows of a file that was compared before, without what that said.</summary>
    public static async Task TakeBackAsync(ImportSql sql, CancellationToken cancel)
    {
        await BeginAsync(sql, cancel);
        await sql.RunAsync("Staging.TakeBack", cancel);
    }

    public static Task EndAsync(ImportSql sql, CancellationToken cancel) => sql.DropAsync(cancel, Table);
}
