using System.Data.Common;
using Npgsql;

namespace Portal.Data;

/// <summary>
/// What one node at a time may do, as an advisory lock that a session of PostgreSQL holds: free at the instant at which the
/// process dies, and no row that outlives it. It needs real sessions: no pooler may share them between transactions.
/// </summary>
internal sealed class SessionLock : IAsyncDisposable
{
    /// <summary>Which of a database's advisory locks are the portal's.</summary>
    private const int Ours = 5080;

    /// <summary>How often the holder looks whether it still is one.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    private readonly NpgsqlConnection session;
    private readonly CancellationTokenSource lost = new(), givenBack = new();
    private readonly Task watching;

    private SessionLock(NpgsqlConnection session)
    {
        this.session = session;
        watching = WatchAsync();
    }

    /// <summary>Cancelled when the session has ended and nobody gave the lock back: another may hold it by now.</summary>
    public CancellationToken Lost => lost.Token;

    /// <summary>Waits for as long as another holds it.</summary>
    public static async Task<SessionLock> TakeAsync(string connection, string name, CancellationToken cancel) =>
        (await AskAsync(connection, $"SELECT true FROM pg_advisory_lock({Ours}, hashtext(@name))", name, cancel))!;

    /// <summary>The lock, or null while another holds it.</summary>
    public static Task<SessionLock?> TryTakeAsync(string connection, string name, CancellationToken cancel) =>
        AskAsync(connection, $"SELECT pg_try_advisory_lock({Ours}, hashtext(@name))", name, cancel);

    public async ValueTask DisposeAsync()
    {
        await givenBack.CancelAsync();
        await watching;
        try
        {
            // Closing gives it back as well, but only when the server has noticed.
            await using var giveBack = new NpgsqlCommand("SELECT pg_advisory_unlock_all()", session);
            await giveBack.ExecuteNonQueryAsync();
        }
        catch (Exception problem) when (problem is DbException or InvalidOperationException)
        {
            // The session has ended, and the lock with it.
        }
        await session.DisposeAsync();
        lost.Dispose();
        givenBack.Dispose();
    }

    private static async Task<SessionLock?> AskAsync(string connection, string question, string name, CancellationToken cancel)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection) { Pooling = false };
        // When a machine vanishes from the network, the server ends its sessions after 40 seconds and not after two hours.
        settings.Options += " -c tcp_keepalives_idle=10 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3";
        var session = new NpgsqlConnection(settings.ConnectionString);
        try
        {
            await session.OpenAsync(cancel);
            await using var ask = new NpgsqlCommand(question, session) { CommandTimeout = 0, Parameters = { new("name", name) } };
            if (await ask.ExecuteScalarAsync(cancel) is true) return new(session);
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
        await session.DisposeAsync();
        return null;
    }

    private async Task WatchAsync()
    {
        using var timer = new PeriodicTimer(Look);
        try
        {
            while (await timer.WaitForNextTickAsync(givenBack.Token))
            {
                await using var look = new NpgsqlCommand("SELECT 1", session);
                await look.ExecuteScalarAsync(CancellationToken.None);
            }
        }
        catch (OperationCanceledException) when (givenBack.IsCancellationRequested)
        {
            // Its work is done.
        }
        catch (Exception problem) when (problem is DbException or InvalidOperationException)
        {
            await lost.CancelAsync();
        }
    }
}
