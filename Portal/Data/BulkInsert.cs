using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Portal.Data.Sqlite;

namespace Portal.Data;

/// <summary>
/// Writes very many new rows in a stream, at the database's own speed and in flat memory: one prepared INSERT
/// bound again for each row on SQLite, binary COPY on PostgreSQL. Columns and converters come from the model, so a
/// row reads back as if it had been saved one by one. All rows are written or none.
/// It bypasses the change tracker and with it the audit: the act that calls it says in its own save what was done.
/// </summary>
public static class BulkInsert
{
    /// <summary>
    /// Writes the rows and says how many there were. Joins the transaction under way, if there is one.
    /// <paramref name="into"/> may name another table with the same columns, and <paramref name="only"/> those that it has of them.
    /// </summary>
    /// <exception cref="InvalidOperationException">The table has a column that no property of the object holds.</exception>
    public static async Task<long> BulkInsertAsync<T>(this DbContext db, IAsyncEnumerable<T> rows, CancellationToken cancel,
        string? into = null, IReadOnlyCollection<string>? only = null) where T : class
    {
        var table = BulkTable.Of(db, typeof(T), into, only);
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            return db.Database.GetDbConnection() switch
            {
                NpgsqlConnection postgres => await CopyAsync(postgres, table, rows, cancel),
                SqliteConnection sqlite => await InTransactionAsync(db, () => InsertAsync(sqlite, table, rows, cancel), cancel),
                var other => throw new NotSupportedException($"There is no bulk writer for {other.GetType().Name}"),
            };
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <inheritdoc cref="BulkInsertAsync{T}(DbContext, IAsyncEnumerable{T}, CancellationToken, string, IReadOnlyCollection{string})"/>
    public static Task<long> BulkInsertAsync<T>(this DbContext db, IEnumerable<T> rows, CancellationToken cancel,
        string? into = null, IReadOnlyCollection<string>? only = null) where T : class =>
        db.BulkInsertAsync(rows.ToAsyncEnumerable(), cancel, into, only);

    private static async Task<long> InTransactionAsync(DbContext db, Func<Task<long>> write, CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is not null) return await write();
        await using var own = await db.Database.BeginTransactionAsync(cancel);
        var count = await write();
        await own.CommitAsync(cancel);
        return count;
    }

    private static async Task<long> InsertAsync<T>(
        SqliteConnection connection, BulkTable table, IAsyncEnumerable<T> rows, CancellationToken cancel) where T : class
    {
        using var insert = new SqliteInsert(connection, table.InsertSql);
        var count = 0L;
        await foreach (var row in rows.WithCancellation(cancel))
        {
            for (var i = 0; i < table.Columns.Count; i++) insert.Bind(i, table.Columns[i].Read(row));
            insert.Execute();
            count++;
        }
        return count;
    }

    private static async Task<long> CopyAsync<T>(
        NpgsqlConnection connection, BulkTable table, IAsyncEnumerable<T> rows, CancellationToken cancel) where T : class
    {
        await using var copy = await connection.BeginBinaryImportAsync(table.CopySql, cancel);
        await foreach (var row in rows.WithCancellation(cancel))
        {
            copy.StartRow();
            foreach (var column in table.Columns)
                if (column.Read(row) is { } value) copy.Write(value, column.StoreType);
                else copy.WriteNull();
        }
        return (long)await copy.CompleteAsync(cancel);
    }
}
