using Microsoft.EntityFrameworkCore;

namespace Portal.Data;

public static class OneAtATime
{
    /// <summary>
    /// Does something, and saves it, as nobody else in the partnership does at the same moment: for what may be there once. Of two
    /// clicks the second waits, finds what the first has made, and is refused by the ordinary rule. What people and their training
    /// are concerned with has a lock of its own (<see cref="StaffListVersions.ChangeStaffListAsync"/>).
    /// </summary>
    public static async Task<T> OneAtATimeAsync<T>(this PortalDb db, Viewer viewer, Func<Task<T>> work, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.HoldAsync(viewer.PartnershipId, cancel);
        var made = await work();
        await transaction.CommitAsync(cancel);
        return made;
    }

    public static Task OneAtATimeAsync(this PortalDb db, Viewer viewer, Func<Task> work, CancellationToken cancel) =>
        db.OneAtATimeAsync(viewer, async () => { await work(); return true; }, cancel);
}
