using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Outbox;
using Portal.Features.Returns.Handing;

namespace Portal.Features.Returns.Reminders;

/// <summary>
/// Reminds those who have not sent their return: 14, 7 and 2 days before it is due, each once, and only the nearest when
/// several were missed. After the due hour the executive leads are told as well, once. Nobody is reminded of an older cycle once a
/// newer one has asked them.
/// </summary>
public sealed class RemindReturnsJob(PortalDb db, UkClock clock)
{
    private static readonly int[] DaysBefore = [.. AgencyReturn.RemindedDaysBefore.Order()];

    public async Task<string?> RunAsync(CancellationToken cancel)
    {
        var (now, today) = (clock.Now, clock.Today);
        // What was never returned in a cycle long over is for the report, not for another message.
        var (earliest, latest) = (now.AddDays(-DaysBefore[^1]), now.AddDays(DaysBefore[^1] + 1));
        var open = await (from agencyReturn in db.Returns.AsNoTracking()
                          join cycle in db.Cycles on agencyReturn.CycleId equals cycle.Id
                          join agency in db.Agencies.OpenOn(today) on agencyReturn.AgencyId equals agency.Id
                          where agencyReturn.SentAt == null && agencyReturn.Number == 1 && agencyReturn.DueAt > earliest
                              && agencyReturn.DueAt <= latest
                              && !db.Returns.Any(r => r.AgencyId == agency.Id
                                  && db.Cycles.Any(c => c.Id == r.CycleId && c.OpensOn > cycle.OpensOn))
                          select new { Return = agencyReturn, Agency = agency.Name, Cycle = cycle.Title }).ToListAsync(cancel);
        var told = 0;
        foreach (var partnership in open.GroupBy(o => o.Return.PartnershipId))
        {
            var viewer = Viewer.System(partnership.Key);
            var people = await db.LeadsAsync(viewer, null, today, cancel);
            var mails = partnership.SelectMany(
                o => MailsFor(new(o.Return.Id, o.Agency, o.Return.DueAt) { Cycle = o.Cycle }, people[o.Return.AgencyId], now));
            told += await db.TellOnceAsync(viewer, mails, "Reminded agencies of their returns", cancel);
        }
        return told == 0 ? null : $"Sent {Words.Count(told, "reminder")}";
    }

    private static IEnumerable<ReturnMail> MailsFor(ReturnMail.Of about, LeadsOfAgency people, DateTime now)
    {
        if (about.Due < now)
            return people.Training.Concat(people.Executive).DistinctBy(p => p.Email).Select(to => new ReturnOverdueMail(about, to));
        var left = UkClock.DayOf(about.Due).DayNumber - UkClock.DayOf(now).DayNumber;
        return DaysBefore.Where(d => left <= d).Take(1)
            .SelectMany(days => people.Asked().Select(to => new ReturnDueMail(about, to, days)));
    }
}
