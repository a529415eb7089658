using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Portal.Data;
using Portal.Data.Outbox;
using Portal.Features.Staff.People;
using Portal.Mail;
using Portal.Tests.Support.Emptying;

namespace Portal.Tests.Support;

/// <summary>
/// A real database that one test has to itself: migrated once, copied for each. On PostgreSQL when PORTAL_TEST_POSTGRES
/// holds a connection string, on SQLite otherwise: the same tests run on both.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("PORTAL_TEST_POSTGRES");
    private static readonly string Run = $"{Environment.ProcessId}";
    private static readonly DirectoryInfo Folder = Directory.CreateTempSubdirectory("portal-tests-");
    private static readonly Lazy<Task<string>> Template = new(() => MakeTemplateAsync("template", MigrateAsync));
    private static readonly Lazy<Task<string>> Borough = new(MakeBoroughTemplateAsync);
    private static readonly ConcurrentBag<TestDatabase> Emptied = [];
    private const int MostBorrowed = 50;
    private static int made;

    /// <summary>How many have had it; 0 for one that is never lent. It is not lent for ever: what was deleted stays in it.</summary>
    private int borrowed;

    static TestDatabase() => AppDomain.CurrentDomain.ProcessExit += (_, _) => { if (Folder.Exists) Folder.Delete(recursive: true); };

    private TestDatabase(string connection) => ConnectionString = connection;

    public static DatabaseProvider Provider => Server is null ? DatabaseProvider.Sqlite : DatabaseProvider.Postgres;

    /// <summary>Whether this run is on PostgreSQL.</summary>
    public static bool OnPostgres => Server is not null;
    public string ConnectionString { get; }
    public TestClock Time { get; } = new();
    public UkClock Clock => new(Time);

    /// <summary>Migrated, and empty.</summary>
    public static async Task<TestDatabase> CreateAsync() => await CopyAsync(await Template.Value);

    /// <summary>
    /// Migrated and empty, for tests of acts, which leave neither work nor tables of their own behind: on PostgreSQL, where making and
    /// dropping one takes longer than most of them, it is emptied for the next.
    /// </summary>
    public static async Task<TestDatabase> BorrowAsync()
    {
        if (Server is null) return await CreateAsync();
        var database = Emptied.TryTake(out var last) ? new(last.ConnectionString) { borrowed = last.borrowed } : await CreateAsync();
        database.borrowed++;
        return database;
    }

    /// <summary>
    /// With the defaults, the fictional borough and its past, as it is on the day that <see cref="TestClock"/> starts on.
    /// </summary>
    public static async Task<TestDatabase> CreateBoroughAsync() => await CopyAsync(await Borough.Value);

    /// <summary>A name on the server, and no database of that name yet.</summary>
    public static TestDatabase NotYetMade() => new(Connection($"portal_{Run}_{Interlocked.Increment(ref made)}"));

    /// <summary>Ends every connection to it, and lets nobody in for so long.</summary>
    public async Task GoesAwayForAsync(TimeSpan time)
    {
        var name = new NpgsqlConnectionStringBuilder(ConnectionString).Database;
        await OnServerAsync($"ALTER DATABASE {name} ALLOW_CONNECTIONS false");
        await OnServerAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
        await Task.Delay(time);
        await OnServerAsync($"ALTER DATABASE {name} ALLOW_CONNECTIONS true");
    }

    /// <summary>A new context, as each request has one.</summary>
    public PortalDb Open() => Open(ConnectionString, Clock);

    /// <summary>The staff list, which keeps nothing from one to the next.</summary>
    public StaffList StaffList(PortalDb db) => new(db, new(db, new(), Clock), Clock);

    public async ValueTask DisposeAsync()
    {
        if (borrowed is > 0 and < MostBorrowed)
        {
            await using var db = Open();
            await db.EmptyAsync();
            Emptied.Add(this);
            return;
        }
        await CloseConnectionsAsync();
        if (Server is null)
            foreach (var suffix in new[] { "", "-wal", "-shm" })
                File.Delete(new SqliteConnectionStringBuilder(ConnectionString).DataSource + suffix);
        else await OnServerAsync($"DROP DATABASE {new NpgsqlConnectionStringBuilder(ConnectionString).Database} WITH (FORCE)");
    }

    private static async Task<TestDatabase> CopyAsync(string template)
    {
        var name = $"portal_{Run}_{Interlocked.Increment(ref made)}";
        if (Server is not null) await OnServerAsync($"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY");
        else
        {
            File.Copy(Path(template), Path(name));
            OpenPool(Connection(name));
        }
        return new(Connection(name));
    }

    /// <summary>
    /// The timer of a pool keeps in memory, for minutes after the test, whatever surrounds its first opening: nothing here, and the whole
    /// portal if it were the first to open it.
    /// </summary>
    private static void OpenPool(string connection)
    {
        using var nothing = ExecutionContext.SuppressFlow();
        using var first = new SqliteConnection(connection);
        first.Open();
    }

    private static async Task<string> MakeTemplateAsync(string kind, Func<TestDatabase, Task> fill)
    {
        var database = new TestDatabase(Connection($"portal_{Run}_{kind}"));
        await fill(database);
        await database.CloseConnectionsAsync();
        // A connection may still be closing, or kept by a pool of the provider's own: nobody may be in the template while it is copied.
        if (Server is not null)
            await OnServerAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'portal_{Run}_{kind}'");
        return $"portal_{Run}_{kind}";
    }

    /// <summary>Once for all tests, because three years take long to live; on SQLite once for all runs of a build.</summary>
    private static async Task<string> MakeBoroughTemplateAsync()
    {
        var name = $"portal_{Run}_borough";
        if (Server is null && KeptBorough.CopiesTo(Path(name))) return name;
        await MakeTemplateAsync("borough", MakeBoroughAsync);
        if (Server is null) KeptBorough.Keep(Path(name));
        return name;
    }

    private static async Task MigrateAsync(TestDatabase database)
    {
        await using var db = database.Open();
        await db.Database.MigrateAsync();
    }

    private static async Task MakeBoroughAsync(TestDatabase database)
    {
        await MigrateAsync(database);
        await BoroughPast.LiveAsync(database);
    }

    /// <summary>The last connection to a SQLite file takes its log in; a PostgreSQL database in use cannot be copied.</summary>
    private async Task CloseConnectionsAsync()
    {
        // As the portal opens it: what it adds to the connection string makes a pool of its own.
        await using var db = Open();
        if (db.Database.GetDbConnection() is NpgsqlConnection postgres) NpgsqlConnection.ClearPool(postgres);
        else SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
    }

    private static PortalDb Open(string connection, UkClock clock)
    {
        var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        var renderer = new MailRenderer(
            services, services.GetRequiredService<ILoggerFactory>(), new PortalAddress(new("http://localhost:5080/")));
        if (Server is null)
        {
            var sqlite = new DbContextOptionsBuilder<SqlitePortalDb>();
            Databases.UseSqlite(sqlite, connection);
            CompiledQueries.Share(sqlite);
            return new SqlitePortalDb(sqlite.Options, clock, renderer);
        }
        var postgres = new DbContextOptionsBuilder<PostgresPortalDb>();
        Databases.UsePostgres(postgres, connection);
        CompiledQueries.Share(postgres);
        return new PostgresPortalDb(postgres.Options, clock, renderer);
    }

    private static string Path(string name) => System.IO.Path.Combine(Folder.FullName, $"{name}.db");

    private static string Connection(string name) =>
        Server is null ? $"Data Source={Path(name)}" : new NpgsqlConnectionStringBuilder(Server) { Database = name }.ConnectionString;

    private static async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
