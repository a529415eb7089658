using Microsoft.EntityFrameworkCore;

namespace Portal.Data;

/// <summary>
/// What a database knows about its own rows, by which it chooses how to look for something. PostgreSQL finds it out by itself in a
/// while; SQLite only when it is told to, and goes through everyone again for each of everyone until then.
/// </summary>
public static class Statistics
{
    // Of each index SQLite looks at so many rows and reckons the rest: all of a borough's, and a few seconds where there are millions.
    private const string Sqlite = "PRAGMA analysis_limit = 100000; ANALYZE";

    /// <summary>Looks at everything again.</summary>
    public static Task RenewStatisticsAsync(this PortalDb db, CancellationToken cancel) =>
        db.Database.ExecuteSqlRawAsync(db.Database.IsSqlite() ? Sqlite : "ANALYZE", cancel);

    /// <summary>Looks at everything if it never has, as a database that an earlier version filled.</summary>
    public static async Task EnsureStatisticsAsync(this PortalDb db, CancellationToken cancel)
    {
        if (!db.Database.IsSqlite()) return;
        var known = db.Database.SqlQuery<string>($"SELECT name AS Value FROM sqlite_master WHERE name = 'sqlite_stat1'");
        if (!await known.AnyAsync(cancel)) await db.RenewStatisticsAsync(cancel);
    }
}
