using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Returns.Handing;

/// <summary>Puts those messages in the outbox that are not there yet, and changes nothing when all are.</summary>
public sealed class TellOnce(PortalDb db)
{
    /// <summary>How many were new.</summary>
    public async Task<int> RunAsync(Viewer viewer, IEnumerable<ReturnMail> mails, string what, CancellationToken cancel)
    {
        var all = mails.DistinctBy(m => m.Key).ToList();
        var keys = all.Select(m => m.Key).ToList();
        var sent = (await db.Outbox.OfPartnership(viewer).Where(m => keys.Contains(m.Key)).Select(m => m.Key).ToListAsync(cancel)).ToHashSet();
        var fresh = all.Where(m => !sent.Contains(m.Key)).ToList();
        fresh.ForEach(db.Enqueue);
        if (fresh.Count > 0) await db.SaveAsync(viewer, what, cancel);
        return fresh.Count;
    }
}
