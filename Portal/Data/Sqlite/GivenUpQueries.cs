using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Portal.Data.Sqlite;

/// <summary>
/// Stops a query that nobody waits for any more. SQLite's driver looks at the token before a statement and never during it, so that a
/// page which was given up would go on for as long as it takes; PostgreSQL's stops by itself.
/// </summary>
/// <remarks>Only what reads: within a transaction SQLite would take back what was written before, and a write is short.</remarks>
internal sealed class GivenUpQueries : DbCommandInterceptor
{
    private readonly ConcurrentDictionary<DbCommand, CancellationTokenRegistration> running = new();

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default)
    {
        if (cancellationToken.CanBeCanceled && command.Transaction is null && command.Connection is SqliteConnection { Handle: { } handle })
            running[command] = cancellationToken.UnsafeRegister(static handle => raw.sqlite3_interrupt((sqlite3)handle!), handle);
        return ValueTask.FromResult(result);
    }

    public override InterceptionResult DataReaderDisposing(
        DbCommand command, DataReaderDisposingEventData eventData, InterceptionResult result)
    {
        Over(command);
        return result;
    }

    public override Task CommandFailedAsync(
        DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Over(command);
        return Task.CompletedTask;
    }

    /// <summary>What was stopped before its first row is told in the framework's words; later the driver's own go further.</summary>
    public override Task CommandCanceledAsync(
        DbCommand command, CommandEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (Over(command)) cancellationToken.ThrowIfCancellationRequested();
        return Task.CompletedTask;
    }

    /// <summary>
    /// Before the connection goes back to the pool: it waits for a stop in hand, which would else meet somebody else's query.
    /// </summary>
    private bool Over(DbCommand command)
    {
        if (!running.TryRemove(command, out var registration)) return false;
        registration.Dispose();
        return true;
    }
}
