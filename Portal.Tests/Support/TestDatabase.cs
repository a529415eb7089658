using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Portal.Data;
using Portal.Data.Outbox;
using Portal.Mail;

namespace Portal.Tests.Support;

/// <summary>
/// A real database that one test has to itself: migrated once, copied for each. On PostgreSQL when PORTAL_TEST_POSTGRES
/// holds a connection string, on SQLite otherwise.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("PORTAL_TEST_POSTGRES");
    private static readonly string Run = $"{Environment.ProcessId}";
    private static readonly DirectoryInfo Folder = Directory.CreateTempSubdirectory("portal-tests-");
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);
    private static int made;

    private TestDatabase(string name) => ConnectionString = Connection(name);

    public static DatabaseProvider Provider => Server is null ? DatabaseProvider.Sqlite : DatabaseProvider.Postgres;
    public string ConnectionString { get; }
    public TestClock Time { get; } = new();
    public UkClock Clock => new(Time);

    public static async Task<TestDatabase> CreateAsync()
    {
        var template = await Template.Value;
        var name = $"portal_{Run}_{Interlocked.Increment(ref made)}";
        if (Server is null) File.Copy(Path(template), Path(name));
        else await OnServerAsync($"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY");
        return new(name);
    }

    /// <summary>A new context, as each request has one.</summary>
    public PortalDb Open() => Open(ConnectionString, Clock);

    public async ValueTask DisposeAsync()
    {
        if (Server is null)
        {
            await using var connection = new SqliteConnection(ConnectionString);
            SqliteConnection.ClearPool(connection);
            File.Delete(connection.DataSource);
        }
        else
        {
            await using var connection = new NpgsqlConnection(ConnectionString);
            NpgsqlConnection.ClearPool(connection);
            await OnServerAsync($"DROP DATABASE {connection.Database} WITH (FORCE)");
        }
    }

    private static async Task<string> MakeTemplateAsync()
    {
        var name = $"portal_{Run}_template";
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Folder.Delete(recursive: true);
        await using var db = Open(Connection(name), new UkClock(new TestClock()));
        await db.Database.MigrateAsync();
        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
        return name;
    }

    private static PortalDb Open(string connection, UkClock clock)
    {
        var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        var renderer = new MailRenderer(services, services.GetRequiredService<ILoggerFactory>(), new PortalAddress(new("http://localhost:5080/")));
        if (Server is null)
        {
            var sqlite = new DbContextOptionsBuilder<SqlitePortalDb>();
            Databases.UseSqlite(sqlite, connection);
            return new SqlitePortalDb(sqlite.Options, clock, renderer);
        }
        var postgres = new DbContextOptionsBuilder<PostgresPortalDb>();
        Databases.UsePostgres(postgres, connection);
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
