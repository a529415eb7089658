using Microsoft.EntityFrameworkCore;

namespace Portal.Data.Outbox;

/// <summary>Putting messages in the outbox for several people at once.</summary>
public static class Telling
{
    /// <summary>Tells each of the people, each address once, when the changes in hand are saved.</summary>
    public static void Tell(this PortalDb db, IEnumerable<PeopleOf.Person> people, Func<PeopleOf.Person, IMail> mail)
    {
        foreach (var person in people.DistinctBy(p => p.Email)) db.Enqueue(mail(person));
    }

    /// <summary>For a job: warns whom each partnership has to warn, and says of how many warnings together; null for none.</summary>
    /// <param name="tell">Warns in the name of the portal at one partnership, and says how often.</param>
    public static async Task<string?> WarnEachPartnershipAsync(
        this PortalDb db, Func<Viewer, Task<int>> tell, CancellationToken cancel)
    {
        var told = 0;
        foreach (var partnership in await db.Partnerships.AsNoTracking().Select(p => p.Id).ToListAsync(cancel))
            told += await tell(Viewer.System(partnership));
        return told == 0 ? null : $"Sent {Words.Count(told, "warning")}";
    }

    /// <summary>
    /// Sends those messages that are not in the outbox yet, and changes nothing when all are. Says how many were new. Of two who send them
    /// at once the second waits and finds them sent: written at the same moment, they would wait for each other.
    /// </summary>
    public static async Task<int> TellOnceAsync(
        this PortalDb db, Viewer viewer, IEnumerable<IMail> mails, string what, CancellationToken cancel)
    {
        var all = mails.DistinctBy(m => m.Key).ToList();
        var keys = all.Select(m => m.Key).ToList();
        if ((await FreshAsync()).Count == 0) return 0;
        return db.Database.CurrentTransaction is null ? await db.OneAtATimeAsync(viewer, SendAsync, cancel) : await SendAsync();

        async Task<List<IMail>> FreshAsync() => [.. all.ExceptBy(
            await db.Outbox.OfPartnership(viewer).Where(m => keys.Contains(m.Key)).Select(m => m.Key).ToListAsync(cancel), m => m.Key)];

        async Task<int> SendAsync()
        {
            var fresh = await FreshAsync();
            fresh.ForEach(db.Enqueue);
            if (fresh.Count > 0) await db.SaveAsync(viewer, what, cancel);
            return fresh.Count;
        }
    }
}
