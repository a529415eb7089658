using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Portal.Data;

namespace Portal.Jobs;

/// <summary>Where the job engine keeps what it knows.</summary>
internal static class JobStore
{
    /// <summary>What it keeps of a job that is done. A day otherwise, and the timetable makes 19,000 a day.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    /// <summary>In the memory of this process, or in a schema of the portal's PostgreSQL, which is made if need be.</summary>
    public static JobStorage Open(DatabaseOptions database, JobOptions options)
    {
        if (database.Provider == DatabaseProvider.Sqlite) return new InMemoryStorage(new() { MaxExpirationTime = Kept });
        var settings = new PostgreSqlStorageOptions
        {
            // Whoever runs a job says all the while that it does. Otherwise a job longer than the time-out is begun again and again.
            UseSlidingInvisibilityTimeout = true,
            InvisibilityTimeout = TimeSpan.FromSeconds(options.TakeOverSeconds),
            // A job that is asked for begins at once. What a node gives back when it stops is told to nobody: others find it by looking.
            EnableLongPolling = true,
            QueuePollInterval = TimeSpan.FromSeconds(5),
            // A node without its database refuses to start. Otherwise it would start after half a minute and run nothing.
            StartupConnectionMaxRetries = 0,
            AllowDegradedModeWithoutStorage = false,
            // How long the locks of its planning outlive a node that was killed: less than the 15 seconds for which others wait.
            DistributedLockTimeout = TimeSpan.FromSeconds(10),
        };
        // The library does not keep nodes apart that make its schema at the same instant.
        var turn = SessionLock.TakeAsync(database.ConnectionString, settings.SchemaName, CancellationToken.None).GetAwaiter().GetResult();
        try
        {
            var connections = new NpgsqlConnectionFactory(database.ConnectionString, settings);
            return new PostgreSqlStorage(connections, settings) { JobExpirationTimeout = Kept };
        }
        finally
        {
            turn.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }
}
