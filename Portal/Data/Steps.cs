using Microsoft.EntityFrameworkCore;

namespace Portal.Data;

/// <summary>
/// One step of a row from one hand to the next, as a return is sent, a draft approved: the row is held, so that whoever comes second
/// waits and then looks; found within reach, or refused; not stale; and then its verb, the messages and the audit are saved once.
/// </summary>
public static class Steps
{
    /// <param name="reach">The rows on which this person may take the step.</param>
    /// <param name="seen">
    /// The version that the person saw; null where nobody looked, or where several may write at once in rows of their own.
    /// </param>
    /// <param name="name">What a row is called when it is refused: "return".</param>
    /// <param name="take">Takes the step, and says in words what was done.</param>
    public static Task StepAsync<T>(this PortalDb db, Viewer viewer, Id<T> id, IQueryable<T> reach, int? seen, string name,
        Func<T, Task<string>> take, CancellationToken cancel) where T : class, IBelongToPartnership, IVersioned =>
        db.TransactAsync(viewer, async () =>
        {
            await db.HoldAsync(id, cancel);
            var row = await reach.Where(r => EF.Property<Id<T>>(r, "Id") == id)
                .OneOrRefuseAsync($"This {name} is not within your reach", null, cancel);
            if (seen is { } version) Refused.IfStale(row, version);
            return await take(row);
        }, cancel);

    /// <summary>A change to a part of a row is a change to the row: whoever opened it before must look again.</summary>
    public static void RaiseVersion<T>(this PortalDb db, T row) where T : class, IVersioned =>
        db.Entry(row).Property(nameof(IVersioned.Version)).IsModified = true;
}
