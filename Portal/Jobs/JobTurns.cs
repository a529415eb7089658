using System.Collections.Concurrent;
using Portal.Data;

namespace Portal.Jobs;

/// <summary>
/// One run of a job at a time: with PostgreSQL on all nodes that share the database, with SQLite in the one process there is.
/// The turn of a run whose process was killed is free at once.
/// </summary>
public sealed class JobTurns(DatabaseOptions database)
{
    private readonly ConcurrentDictionary<string, object?> taken = new();

    /// <summary>The turn, which lasts until it is disposed; null while another run of the job has it.</summary>
    public async Task<Turn?> TryTakeAsync(string job, CancellationToken cancel)
    {
        if (database.Provider == DatabaseProvider.Sqlite)
            return taken.TryAdd(job, null) ? new(() => GiveBack(job), CancellationToken.None) : null;
        var held = await SessionLock.TryTakeAsync(database.ConnectionString, job, cancel);
        return held is null ? null : new(held.DisposeAsync, held.Lost);
    }

    /// <summary>Looks each second until the turn is free.</summary>
    public async Task<Turn> TakeAsync(string job, CancellationToken cancel)
    {
        Turn? turn;
        while ((turn = await TryTakeAsync(job, cancel)) is null) await Task.Delay(TimeSpan.FromSeconds(1), cancel);
        return turn;
    }

    private ValueTask GiveBack(string job)
    {
        taken.TryRemove(job, out _);
        return ValueTask.CompletedTask;
    }

    /// <param name="lost">Cancelled when the database has ended the turn: another run may have begun.</param>
    public sealed class Turn(Func<ValueTask> giveBack, CancellationToken lost) : IAsyncDisposable
    {
        public CancellationToken Lost => lost;

        public ValueTask DisposeAsync() => giveBack();
    }
}
