using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Portal.Data.Files;
using Portal.Data.Names;
using Portal.Data.Sqlite;

namespace Portal.Data;

public static class Databases
{
    /// <summary>Adds <see cref="PortalDb"/> over the configured database.</summary>
    public static IServiceCollection AddPortalDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<DatabaseOptions>(configuration);
        services.AddSettings<StorageOptions>(configuration);
        services.AddDbContext<SqlitePortalDb>((provider, db) => UseSqlite(db, Where(provider).ConnectionString));
        services.AddDbContext<PostgresPortalDb>((provider, db) => UsePostgres(db, Where(provider).ConnectionString));
        return services.AddScoped<FileStore>().AddScoped<PortalDb>(provider => Where(provider).Provider switch
        {
            DatabaseProvider.Sqlite => provider.GetRequiredService<SqlitePortalDb>(),
            DatabaseProvider.Postgres => provider.GetRequiredService<PostgresPortalDb>(),
        });
    }

    /// <summary>Creates the database if it is missing and brings it to the newest migration.</summary>
    public static Task MigrateAsync(this IServiceProvider services, CancellationToken cancel) =>
        services.MigrateAsync(() => Task.CompletedTask, cancel);

    /// <summary>
    /// Creates the database if it is missing, brings it to the newest migration and adds its first rows. Nodes that start at
    /// once do so one after the other, and all but the first find it done.
    /// </summary>
    public static async Task MigrateAsync(this IServiceProvider services, Func<Task> firstRows, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        if (db.Database.IsSqlite()
            && Path.GetDirectoryName(new SqliteConnectionStringBuilder(
                db.Database.GetConnectionString()).DataSource) is { Length: > 0 } folder)
            Directory.CreateDirectory(folder);
        await using var turn = db.Database.IsNpgsql() ? await TurnAsync(db, services.GetRequiredService<DatabaseOptions>(), cancel) : null;
        // Most starts find nothing to do; the migration itself would first take its lock and compare the whole model with its snapshot.
        if ((await db.Database.GetPendingMigrationsAsync(cancel)).Any()) await db.Database.MigrateAsync(cancel);
        await firstRows();
    }

    /// <summary>
    /// Gives the connection that the caller holds open more memory until it is opened again: SQLite takes as much as its page cache
    /// for each sort, and a page sorts little.
    /// </summary>
    /// <param name="megabytes">Enough for what is sorted at once. Whoever goes once through very many rows needs no page twice.</param>
    public static async Task SortInMemoryAsync(this PortalDb db, int megabytes, CancellationToken cancel)
    {
        if (!db.Database.IsSqlite()) return;
        await db.Database.ExecuteSqlRawAsync(FormattableString.Invariant($"PRAGMA cache_size = -{megabytes * 1024}"), cancel);
        Pragmas.SetAgainWhenOpened(db.Database.GetDbConnection());
    }

    /// <summary>An id as each database keeps it, for statements written by hand.</summary>
    public static object KeyOf(this PortalDb db, Guid id) => db.Database.IsSqlite() ? id.ToByteArray(bigEndian: true) : id;

    /// <summary>Whether the database refused a second row of what a unique index or a key lets in once.</summary>
    public static bool IsOfUniqueness(this DbUpdateException refusal) => refusal.InnerException is
        SqliteException { SqliteExtendedErrorCode: SQLitePCL.raw.SQLITE_CONSTRAINT_UNIQUE or SQLitePCL.raw.SQLITE_CONSTRAINT_PRIMARYKEY }
        or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    public static void UseSqlite(DbContextOptionsBuilder db, string connection) =>
        db.UseSqlite(connection).AddInterceptors(new Pragmas(), new GivenUpQueries()).TranslateNames<SqliteNames>();

    public static void UsePostgres(DbContextOptionsBuilder db, string connection) =>
        db.UseNpgsql(WithoutJit(connection)).TranslateNames<PostgresNames>();

    private static DatabaseOptions Where(IServiceProvider services) => services.GetRequiredService<DatabaseOptions>();

    /// <summary>The turn of one node among those that start: EF's own lock does not keep them apart.</summary>
    private static async Task<SessionLock> TurnAsync(PortalDb db, DatabaseOptions options, CancellationToken cancel)
    {
        var creator = db.GetService<IRelationalDatabaseCreator>();
        while (!await creator.ExistsAsync(cancel))
        {
            try
            {
                await creator.CreateAsync(cancel);
            }
            catch (PostgresException other) when (other.SqlState
                is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ObjectInUse)
            {
                // Another node makes it at this moment.
                await Task.Delay(TimeSpan.FromMilliseconds(200), cancel);
            }
        }
        return await SessionLock.TakeAsync(options.ConnectionString, nameof(MigrateAsync), cancel);
    }

    /// <summary>
    /// PostgreSQL would compile our longest queries to machine code each time, which takes ten times as long as running them.
    /// </summary>
    private static string WithoutJit(string connection)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection);
        settings.Options ??= "-c jit=off";
        return settings.ConnectionString;
    }

    /// <summary>For the migration tool only: it needs the model, never a connection.</summary>
    private static TDb ForDesign<TDb>(
        Action<DbContextOptionsBuilder, string> use, string connection, Func<DbContextOptions<TDb>, TDb> create) where TDb : DbContext
    {
        var builder = new DbContextOptionsBuilder<TDb>();
        use(builder, connection);
        return create(builder.Options);
    }

    public sealed class SqliteDesign : IDesignTimeDbContextFactory<SqlitePortalDb>
    {
        public SqlitePortalDb CreateDbContext(string[] args) =>
            ForDesign<SqlitePortalDb>(UseSqlite, "Data Source=:memory:", options => new(options, new UkClock(TimeProvider.System), null!));
    }

    public sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresPortalDb>
    {
        public PostgresPortalDb CreateDbContext(string[] args) =>
            ForDesign<PostgresPortalDb>(UsePostgres, "Host=localhost", options => new(options, new UkClock(TimeProvider.System), null!));
    }
}
