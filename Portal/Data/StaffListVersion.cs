using Microsoft.EntityFrameworkCore;

namespace Portal.Data;

/// <summary>
/// How often a partnership's people, their jobs, what these stand for or their training have changed. Raised first thing in every
/// transaction that changes them, it tells whether a comparison still holds, and keeps others out until that transaction ends: what is
/// read after raising it stays true until it is saved.
/// </summary>
[KeepsOwnHistory]
public sealed class StaffListVersion
{
    public required Id<Partnership> PartnershipId { get; init; }
    public long Number { get; init; }

    /// <summary>Whose changes are counted: all that imports are compared with, and what says who needs which training and has it.</summary>
    internal static readonly IReadOnlyList<Type> Counted =
        [typeof(StaffMember), typeof(Post), typeof(PostRequest), typeof(TrainingRecord), typeof(JobTitle)];
}

public static class StaffListVersions
{
    public static Task<long> StaffListVersionAsync(this PortalDb db, Id<Partnership> partnershipId, CancellationToken cancel) =>
        db.StaffListVersions.Where(v => v.PartnershipId == partnershipId).Select(v => v.Number).SingleOrDefaultAsync(cancel);

    /// <summary>
    /// Raises the version, having waited for whoever else holds it. Only in a transaction, before it reads what it decides by.
    /// </summary>
    public static Task RaiseStaffListVersionAsync(this PortalDb db, Id<Partnership> partnershipId, CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("The version of a staff list is raised in the transaction that changes the staff list.");
        return db.Database.ExecuteSqlAsync($"""
            INSERT INTO "StaffListVersions" ("PartnershipId", "Number")
            SELECT "Id", 1 FROM "Partnerships" WHERE "Id" = {db.KeyOf(partnershipId.Value)}
            ON CONFLICT ("PartnershipId") DO UPDATE SET "Number" = "StaffListVersions"."Number" + 1
            """, cancel);
    }

    /// <summary>Changes who works where and for whom, as nobody else in the partnership does at the same moment.</summary>
    public static Task ChangeStaffListAsync(this PortalDb db, Viewer viewer, string what, Func<Task> work, CancellationToken cancel) =>
        db.ChangeStaffListAsync(viewer, async () => { await work(); return what; }, cancel);

    /// <summary>The same for work that knows only afterwards, in words, what it did.</summary>
    public static Task ChangeStaffListAsync(this PortalDb db, Viewer viewer, Func<Task<string>> work, CancellationToken cancel) =>
        db.TransactAsync(viewer, async () =>
        {
            await db.RaiseStaffListVersionAsync(viewer.PartnershipId, cancel);
            return await work();
        }, cancel);

    /// <summary>The partnerships whose people, jobs or training the changes in hand would change.</summary>
    internal static IReadOnlyList<Id<Partnership>> StaffListsInHand(this PortalDb db) =>
        [.. db.ChangeTracker.Entries<IBelongToPartnership>()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
                && StaffListVersion.Counted.Contains(e.Metadata.ClrType))
            .Select(e => e.Entity.PartnershipId).Distinct()];
}
