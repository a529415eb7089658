using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Returns.Handing;
using Portal.Features.Returns.Sections;

namespace Portal.Features.Returns.Reminders;

/// <summary>
/// Reminds those who have not sent their return: 14, 7 and 2 days before it is due, each once, and only the nearest when
/// several were missed. After the due hour the executive leads are told as well, once.
/// </summary>
public sealed class RemindReturnsJob(PortalDb db, LeadsOfAgencies leads, TellOnce tell, UkClock clock)
{
    private static readonly int[] DaysBefore = [.. AgencyReturn.RemindedDaysBefore.Order()];

    public async Task<string?> RunAsync(CancellationToken cancel)
    {
        var (now, today) = (clock.Now, clock.Today);
        // What was never returned in a cycle long over is for the report, not for another message.
        var (earliest, latest) = (now.AddDays(-DaysBefore[^1]), now.AddDays(DaysBefore[^1] + 1));
        var open = await (from agencyReturn in db.Returns.AsNoTracking()
                          join agency in db.Agencies.OpenOn(today) on agencyReturn.AgencyId equals agency.Id
                          where agencyReturn.SentAt == null && agencyReturn.Number == 1 && agencyReturn.DueAt > earliest
                              && agencyReturn.DueAt <= latest
                          select new { Return = agencyReturn, Agency = agency.Name }).ToListAsync(cancel);
        var told = 0;
        foreach (var partnership in open.GroupBy(o => o.Return.PartnershipId))
        {
            var viewer = Viewer.System(partnership.Key);
            var people = await leads.RunAsync(viewer, null, today, cancel);
            told += await tell.RunAsync(viewer, partnership.SelectMany(o => MailsFor(o.Return, o.Agency, people[o.Return.AgencyId], now)), "Reminded agencies of their returns", cancel);
        }
        return told == 0 ? null : $"Sent {Words.Count(told, "reminder")}";
    }

    private static IEnumerable<ReturnMail> MailsFor(AgencyReturn agencyReturn, string agency, LeadsOfAgencies.Of people, DateTime now)
    {
        if (agencyReturn.DueAt < now)
            return people.Training.Concat(people.Executive).DistinctBy(p => p.Email).Select(p => new ReturnMail(ReturnMail.About.Overdue, agencyReturn.Id, agency, agencyReturn.DueAt, p));
        var left = UkClock.DayOf(agencyReturn.DueAt).DayNumber - UkClock.DayOf(now).DayNumber;
        return DaysBefore.Where(d => left <= d).Take(1)
            .SelectMany(days => people.Asked().Select(p => new ReturnMail(ReturnMail.About.Reminder, agencyReturn.Id, agency, agencyReturn.DueAt, p, Days: days)));
    }
}
