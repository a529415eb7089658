using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Portal.Data.Sqlite;

/// <summary>Readers never wait for the one writer, a writer waits its turn, and what was committed survives a power cut.</summary>
/// <remarks>
/// Each connection has a page cache of its own, and the pool keeps one for each request that there ever was at once: with 64 MB
/// each they took half of the portal's memory. What is in none of them is in that of the operating system.
/// </remarks>
internal sealed class Pragmas : DbConnectionInterceptor
{
    private const string Sql =
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 30000; PRAGMA foreign_keys = ON; PRAGMA "
            + "cache_size = -4096;";

    // What the pool gives out again still has them.
    private static readonly ConditionalWeakTable<SQLitePCL.sqlite3, object> Set = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (HasThem(connection)) return;
        using var command = connection.CreateCommand();
        command.CommandText = Sql;
        command.ExecuteNonQuery();
        Prepared(Handle(connection));
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (HasThem(connection)) return;
        await using var command = connection.CreateCommand();
        command.CommandText = Sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
        Prepared(Handle(connection));
    }

    private static void Prepared(SQLitePCL.sqlite3 connection)
    {
        NameSearch.AddTo(connection);
        Set.TryAdd(connection, Sql);
    }

    public static void SetAgainWhenOpened(DbConnection connection) => Set.Remove(Handle(connection));

    private static bool HasThem(DbConnection connection) => Set.TryGetValue(Handle(connection), out _) || IsReadOnly(connection);

    private static SQLitePCL.sqlite3 Handle(DbConnection connection) => ((SqliteConnection)connection).Handle!;

    /// <summary>
    /// The look whether a database is there: a file left empty by a first start that was killed
    /// cannot be put in order by it.
    /// </summary>
    private static bool IsReadOnly(DbConnection connection) =>
        new SqliteConnectionStringBuilder(connection.ConnectionString).Mode == SqliteOpenMode.ReadOnly;
}
