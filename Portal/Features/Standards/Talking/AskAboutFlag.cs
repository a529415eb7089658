using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Outbox;

namespace Portal.Features.Standards.Talking;

/// <summary>
/// Asks the training leads of an agency about an open flag, or while there is none its executive leads, with the facts of it: each at
/// most once a day. The flag keeps that they were asked.
/// </summary>
public sealed class AskAboutFlag(PortalDb db, FlagProof proofs, UkClock clock)
{
    /// <param name="words">The asker's own beside the facts; null for none.</param>
    /// <returns>How many messages are sent; 0 when everybody was asked today, which is refused where there are words to lose.</returns>
    public async Task<int> RunAsync(Viewer viewer, Id<Flag> flagId, string? words, CancellationToken cancel)
    {
        viewer.Require(Permission.GovernAgencies);
        var proof = await proofs.RunAsync(viewer, flagId, 1, cancel) ?? throw new Refused("This flag is not within your reach");
        var people = (await db.LeadsAsync(viewer, proof.Flag.AgencyId, clock.Today, cancel))[proof.Flag.AgencyId].Asked();
        if (people.Count == 0) throw new Refused($"Nobody leads at {proof.Agency}. Invite a training lead first");
        return await db.OneAtATimeAsync(viewer, async () =>
        {
            var flag = await db.Flags.Include(f => f.Events).SingleAsync(f => f.Id == flagId, cancel);
            if (flag.IsWaivedOn(clock.Today))
                throw new Refused($"This flag is waived until {Words.Day(flag.WaivedUntil!.Value)}. End the waiver to ask about it");
            var mails = people.Select(to => new FlagAskedMail(FlagFacts.Of(proof), viewer.Name, words, to, clock.Today)).ToList();
            var keys = mails.Select(m => m.Key).ToList();
            var sent = await db.Outbox.OfPartnership(viewer).Where(m => keys.Contains(m.Key)).Select(m => m.Key).ToListAsync(cancel);
            var fresh = mails.Where(m => !sent.Contains(m.Key)).ToList();
            if (fresh.Count == 0 && words is not null)
                throw new Refused("Everybody was asked today already. Keep this as a note, or send it tomorrow", "Own");
            if (fresh.Count == 0) return 0;
            flag.Ask(viewer, fresh.Select(m => m.To.Name), words, clock.Now);
            fresh.ForEach(db.Enqueue);
            db.AlsoConcerns([flag.AgencyId]);
            await db.SaveAsync(viewer, $"Asked {proof.Agency} about the flag {flag.Reference}", cancel);
            return fresh.Count;
        }, cancel);
    }
}
