using Microsoft.EntityFrameworkCore;

namespace Portal.Data;

/// <summary>Takes a row, which only one can hold until its transaction ends: whoever comes second waits, and then looks.</summary>
public static class Held
{
    public static Task HoldAsync<T>(this PortalDb db, Id<T> id, CancellationToken cancel)
        where T : class, IBelongToPartnership => db.Set<T>()
        .Where(r => EF.Property<Id<T>>(r, "Id") == id)
        .ExecuteUpdateAsync(set => set.SetProperty(
            r => EF.Property<Id<Partnership>>(r, nameof(IBelongToPartnership.PartnershipId)),
            r => EF.Property<Id<Partnership>>(r, nameof(IBelongToPartnership.PartnershipId))), cancel);

    public static Task HoldAsync(this PortalDb db, Id<Partnership> id, CancellationToken cancel) =>
        db.Partnerships.Where(p => p.Id == id).ExecuteUpdateAsync(set => set.SetProperty(p => p.ShortName, p => p.ShortName), cancel);
}
