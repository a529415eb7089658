using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Tests.Support;

namespace Portal.Tests.Data;

public sealed class OpeningADatabase : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("portal-database-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_connection_keeps_its_promises_however_often_it_is_used_again_and_beside_another_one()
    {
        for (var time = 0; time < 3; time++)
        {
            await using var one = Open();
            await one.Database.OpenConnectionAsync();
            Assert.Equal(["wal", "2", "30000", "1", "-4096"], await SettingsAsync(one));
            await using var other = Open();
            other.Database.OpenConnection();
            Assert.Equal(["wal", "2", "30000", "1", "-4096"], await SettingsAsync(other));
            await other.SortInMemoryAsync(megabytes: 16, CancellationToken.None);
            Assert.Equal("-16384", (await SettingsAsync(other))[^1]);
        }
        Microsoft.Data.Sqlite.SqliteConnection.ClearPool((Microsoft.Data.Sqlite.SqliteConnection)Open().Database.GetDbConnection());
    }

    private SqlitePortalDb Open()
    {
        var options = new DbContextOptionsBuilder<SqlitePortalDb>();
        Databases.UseSqlite(options, $"Data Source={Path.Combine(folder.FullName, "portal.db")}");
        return new(options.Options, new UkClock(TimeProvider.System), null!);
    }

    private static async Task<List<string>> SettingsAsync(PortalDb db)
    {
        List<string> said = [];
        await using var command = db.Database.GetDbConnection().CreateCommand();
        foreach (var name in new[] { "journal_mode", "synchronous", "busy_timeout", "foreign_keys", "cache_size" })
        {
            command.CommandText = $"PRAGMA {name};";
            said.Add($"{await command.ExecuteScalarAsync()}");
        }
        return said;
    }
}
