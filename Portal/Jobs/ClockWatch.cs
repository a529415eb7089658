using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Jobs;

namespace Portal.Jobs;

/// <summary>
/// Whether the clock of this node is believed. One that has jumped ahead would have jobs judge, remind and delete what is
/// not due for years, so it is compared with the newest instant at which the portal was sure of the time.
/// </summary>
/// <remarks>
/// Everything is in UTC, so a night on which the clocks change is a night like others. A portal that was switched off for
/// some weeks is believed; when it was off for longer, a person is asked. A node whose clock is not believed changes
/// nothing that the others go by.
/// </remarks>
public static class ClockWatch
{
    public static readonly TimeSpan MostAhead = TimeSpan.FromDays(45);

    /// <summary>More than clocks differ, and more than a time server puts right.</summary>
    public static readonly TimeSpan MostBehind = TimeSpan.FromHours(1);

    /// <summary>How old the newest believed instant becomes before another is written.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(1);

    /// <summary>Why the clock is not believed; null when it is.</summary>
    public static async Task<ClockDoubt?> DoubtOfClockAsync(this PortalDb db, DateTime now, CancellationToken cancel) =>
        Compare(now, await SureAsync(db, cancel) ?? await WrittenAsync(db, cancel));

    /// <summary>The same; and where there is no doubt, this is from now on the newest instant that is sure.</summary>
    public static async Task<ClockDoubt?> WatchClockAsync(this PortalDb db, DateTime now, CancellationToken cancel)
    {
        var sure = await SureAsync(db, cancel) ?? await BeginAsync(db, now, cancel);
        if (Compare(now, sure) is { } doubt) return doubt;
        // Unless another node, or a person, has said otherwise meanwhile.
        if (now - sure > Step)
            await db.BelievedClocks.Where(c => c.At == sure).ExecuteUpdateAsync(c => c.SetProperty(x => x.At, now), cancel);
        return null;
    }

    /// <summary>From now on this is the newest instant that is sure, on every node: a person has said so.</summary>
    public static Task AcceptClockAsync(this PortalDb db, DateTime now, CancellationToken cancel) => db.Database.ExecuteSqlAsync($"""
        INSERT INTO "BelievedClocks" ("Id", "At") VALUES ({BelievedClock.TheOne}, {now})
        ON CONFLICT ("Id") DO UPDATE SET "At" = excluded."At"
        """, cancel);

    /// <summary>Before anyone can write by a clock that may be wrong, and the history say no more what was sure.</summary>
    private static async Task<DateTime> BeginAsync(PortalDb db, DateTime now, CancellationToken cancel)
    {
        var first = await WrittenAsync(db, cancel) ?? now;
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "BelievedClocks" ("Id", "At") VALUES ({BelievedClock.TheOne}, {first}) ON CONFLICT ("Id") DO NOTHING
            """, cancel);
        return first;
    }

    private static ClockDoubt? Compare(DateTime now, DateTime? last) =>
        last is { } sure && (now - sure > MostAhead || sure - now > MostBehind) ? new(now, sure) : null;

    private static Task<DateTime?> SureAsync(PortalDb db, CancellationToken cancel) =>
        db.BelievedClocks.MaxAsync(c => (DateTime?)c.At, cancel);

    /// <summary>The newest thing in the history of a database that has known no believed clock yet; null when it has no history.</summary>
    private static async Task<DateTime?> WrittenAsync(PortalDb db, CancellationToken cancel)
    {
        var run = await db.JobRuns.MaxAsync(r => (DateTime?)r.StartedAt, cancel);
        var entry = await db.AuditEntries.MaxAsync(e => (DateTime?)e.At, cancel);
        return run is null || entry > run ? entry : run;
    }
}
