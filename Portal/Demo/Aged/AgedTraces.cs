using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Demo.Borough;

namespace Portal.Demo.Aged;

/// <summary>
/// What six years of use leave beside what was done: lines of the audit, messages, nights in which nothing changed and runs of jobs.
/// Hundreds of thousands of acts would take days to do again, so these are rows written in bulk, of the shape that the acts write, and
/// derived from the records, jobs and bookings that are there.
/// </summary>
internal sealed class AgedTraces(PortalDb db, Viewer system, DateTime now)
{
    /// <summary>Of the chance of everything that is aged.</summary>
    public const int Seed = 20201128;

    /// <summary>What the audit says once they are written.</summary>
    private const string What = "Wrote what six years of use leave behind";

    public static Task<bool> AreThereAsync(PortalDb db, Viewer system, CancellationToken cancel) =>
        db.AuditEntries.OfPartnership(system).AnyAsync(e => e.What == What, cancel);

    public async Task WriteAsync(CancellationToken cancel)
    {
        var dice = new Dice(Seed, UkClock.DayOf(now));
        await db.TransactAsync(system, What, async () =>
        {
            var leads = await LeadsAsync(cancel);
            await new AgedAudit(db, dice, system, leads, now).WriteAsync(cancel);
            await new AgedMail(db, dice, system, now).WriteAsync(cancel);
            await new AgedNights(db, dice, system, now).WriteAsync(cancel);
        }, cancel);
    }

    /// <summary>The training lead of each agency, who books and records for it; where there is none today, who was last.</summary>
    private async Task<Dictionary<Id<Agency>, Viewer>> LeadsAsync(CancellationToken cancel) =>
        (await db.Memberships.OfPartnership(system).Where(m => m.Role == Role.TrainingLead && m.AgencyId != null).OrderBy(m => m.Id)
            .Join(db.Users, m => m.UserId, u => u.Id, (m, u) => Viewer.Of(u.Id, u.Name, m)).ToListAsync(cancel))
            .GroupBy(v => v.AgencyId!.Value).ToDictionary(g => g.Key, g => g.First());
}
