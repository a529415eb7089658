using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Assessments;

/// <summary>
/// Reminds those who have not sent their return: 14, 7 and 2 days before it is due, each once, and only the nearest when
/// several were missed. After the due hour the executive leads are told as well, once.
/// </summary>
public sealed class RemindReturnsJob(PortalDb db, LeadsOfAgencies leads, TellOnce tell, UkClock clock)
{
    private static readonly int[] DaysBefore = [.. GapAssessment.RemindedDaysBefore.Order()];

    public async Task<string?> RunAsync(CancellationToken cancel)
    {
        var (now, today) = (clock.Now, clock.Today);
        // What was never returned in a cycle long over is for the report, not for another message.
        var (earliest, latest) = (now.AddDays(-DaysBefore[^1]), now.AddDays(DaysBefore[^1] + 1));
        var open = await (from assessment in db.GapAssessments.AsNoTracking()
                          join agency in db.Agencies.OpenOn(today) on assessment.AgencyId equals agency.Id
                          where assessment.SentAt == null && assessment.Number == 1 && assessment.DueAt > earliest
                              && assessment.DueAt <= latest
                          select new { Assessment = assessment, Agency = agency.Name }).ToListAsync(cancel);
        var told = 0;
        foreach (var partnership in open.GroupBy(o => o.Assessment.PartnershipId))
        {
            var viewer = Viewer.System(partnership.Key);
            var people = await leads.RunAsync(viewer, null, today, cancel);
            told += await tell.RunAsync(viewer, partnership.SelectMany(o => MailsFor(o.Assessment, o.Agency, people[o.Assessment.AgencyId], now)), "Reminded agencies of their returns", cancel);
        }
        return told == 0 ? null : $"Sent {Words.Count(told, "reminder")}";
    }

    private static IEnumerable<CycleMail> MailsFor(GapAssessment assessment, string agency, LeadsOfAgencies.Of people, DateTime now)
    {
        if (assessment.DueAt < now)
            return people.Training.Concat(people.Executive).DistinctBy(p => p.Email).Select(p => new CycleMail(CycleMail.About.Overdue, assessment.Id, agency, assessment.DueAt, p));
        var left = UkClock.DayOf(assessment.DueAt).DayNumber - UkClock.DayOf(now).DayNumber;
        return DaysBefore.Where(d => left <= d).Take(1)
            .SelectMany(days => people.Asked().Select(p => new CycleMail(CycleMail.About.Reminder, assessment.Id, agency, assessment.DueAt, p, Days: days)));
    }
}
