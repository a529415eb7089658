using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Portal.Tests.Support;

namespace Portal.Tests.Data;

/// <summary>A query whose asker has gone stops on both databases, and leaves its connection as it was for the next one.</summary>
public sealed class GivingAQueryUp : InASmallBorough
{
    // Minutes on either database, if nobody stops it.
    private const string Long = """
        SELECT MAX(x) AS "Value" FROM (
            WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 2000000000) SELECT x FROM n) AS every
        """;

    [Fact]
    public async Task It_stops_when_nobody_waits_for_it_any_more()
    {
        await using var db = Database.Open();
        for (var again = 0; again < 3; again++)
        {
            using var waits = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
            var problem = await Record.ExceptionAsync(() => db.Database.SqlQueryRaw<int>(Long).SingleAsync(waits.Token));
            Assert.True(
                problem is OperationCanceledException or SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_INTERRUPT }, $"{problem}");
            Assert.NotEmpty(await db.Agencies.ToListAsync(CancellationToken.None));
        }
    }

    [Fact]
    public async Task One_that_has_ended_does_not_stop_the_next()
    {
        await using var db = Database.Open();
        for (var again = 0; again < 200; again++)
        {
            using var waits = new CancellationTokenSource();
            await db.Agencies.ToListAsync(waits.Token);
            var next = Task.Run(() => db.Agencies.CountAsync(CancellationToken.None));
            await waits.CancelAsync();
            Assert.NotEqual(0, await next);
        }
    }
}
