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

    /// <summary>Sends those messages that are not in the outbox yet, and changes nothing when all are. Says how many were new.</summary>
    public static async Task<int> TellOnceAsync(
        this PortalDb db, Viewer viewer, IEnumerable<IMail> mails, string what, CancellationToken cancel)
    {
        var all = mails.DistinctBy(m => m.Key).ToList();
        var keys = all.Select(m => m.Key).ToList();
        var sent = await db.Outbox.OfPartnership(viewer).Where(m => keys.Contains(m.Key)).Select(m => m.Key).ToListAsync(cancel);
        var fresh = all.ExceptBy(sent, m => m.Key).ToList();
        fresh.ForEach(db.Enqueue);
        if (fresh.Count > 0) await db.SaveAsync(viewer, what, cancel);
        return fresh.Count;
    }
}
