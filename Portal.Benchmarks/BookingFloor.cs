using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Audit;
using Portal.Data.Outbox;

namespace Portal.Benchmarks;

/// <summary>
/// The rows that the portal wrote for one booking, taken out and written again: the booking and its step, the message and the lines of
/// the audit, in one transaction of bare inserts. Nothing is read, and nobody's turn is kept.
/// </summary>
internal sealed record BookingFloor(
    Booking Booking, IReadOnlyList<OutboxMail> Mails, IReadOnlyList<AuditEntry> Entries, IReadOnlyList<AuditChange> Changes)
{
    /// <summary>Takes the bookings of some dates out of the database.</summary>
    public static async Task<IReadOnlyList<BookingFloor>> TakeAsync(MadeUp boroughs, IReadOnlyCollection<Id<CourseRun>> runs)
    {
        IReadOnlyList<BookingFloor> floors = [];
        await boroughs.ActAsync(async acts =>
        {
            var db = acts.GetRequiredService<PortalDb>();
            var of = db.Bookings.Where(b => runs.Contains(b.RunId));
            var bookings = await of.AsNoTracking().Include(b => b.Events).OrderBy(b => b.RunId).ThenBy(b => b.Number).ToListAsync();
            var ids = bookings.Select(b => b.Id.Value).ToList();
            var changes = (await db.AuditChanges.AsNoTracking().Where(c => ids.Contains(c.EntityId)).ToListAsync())
                .ToLookup(c => c.EntityId);
            var written = changes.SelectMany(c => c).Select(c => c.EntryId).Distinct().ToList();
            var entries = (await db.AuditEntries.AsNoTracking().Where(e => written.Contains(e.Id)).ToListAsync()).ToDictionary(e => e.Id);
            var mails = (await db.Outbox.AsNoTracking().Where(m => m.Key.StartsWith("booking/")).ToListAsync())
                .ToLookup(m => Guid.Parse(m.Key.Split('/')[1]));
            floors = [.. bookings.Select(b => new BookingFloor(b, [.. mails[b.Id.Value]],
                [.. changes[b.Id.Value].Select(c => c.EntryId).Distinct().Select(e => entries[e])], [.. changes[b.Id.Value]]))];
            await ForgetAsync(db, runs);
        });
        return floors;
    }

    /// <summary>Leaves nothing of the bookings of some dates.</summary>
    public static async Task ForgetAsync(PortalDb db, IReadOnlyCollection<Id<CourseRun>> runs)
    {
        var of = await db.Bookings.Where(b => runs.Contains(b.RunId)).Select(b => b.Id).ToListAsync();
        foreach (var some in of.Chunk(500))
        {
            var (ids, keys) = (some.Select(b => b.Value).ToList(), some.Select(b => $"booking/{b}/0/").ToList());
            var entries = await db.AuditChanges.Where(c => ids.Contains(c.EntityId)).Select(c => c.EntryId).Distinct().ToListAsync();
            await db.AuditChanges.Where(c => entries.Contains(c.EntryId)).ExecuteDeleteAsync();
            await db.AuditEntries.Where(e => entries.Contains(e.Id)).ExecuteDeleteAsync();
            await db.Set<BookingEvent>().Where(e => some.Contains(e.BookingId)).ExecuteDeleteAsync();
            await db.Bookings.Where(b => some.Contains(b.Id)).ExecuteDeleteAsync();
            foreach (var key in keys) await db.Outbox.Where(m => m.Key.StartsWith(key)).ExecuteDeleteAsync();
        }
    }

    public Task WriteAsync(MadeUp boroughs) => boroughs.ActAsync(async acts =>
    {
        var db = acts.GetRequiredService<PortalDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.BulkInsertAsync([Booking], CancellationToken.None);
        await db.BulkInsertAsync(Booking.Events, CancellationToken.None);
        await db.BulkInsertAsync(Mails, CancellationToken.None);
        await db.BulkInsertAsync(Entries, CancellationToken.None);
        await db.BulkInsertAsync(Changes, CancellationToken.None);
        await transaction.CommitAsync();
    });
}
