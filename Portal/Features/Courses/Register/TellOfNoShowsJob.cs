using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Outbox;

namespace Portal.Features.Courses.Register;

/// <summary>
/// Tells line managers and training leads of people who did not come, from the day after a date on: once, however often the register is
/// marked, and not while it may still be corrected on the day.
/// </summary>
public sealed class TellOfNoShowsJob(PortalDb db, UkClock clock)
{
    /// <summary>A register that is marked later than this many days after tells nobody.</summary>
    public const int Days = 30;

    public async Task<string?> RunAsync(CancellationToken cancel)
    {
        var today = clock.Today;
        var (from, until) = (UkClock.StartOf(today.AddDays(-Days)), UkClock.StartOf(today));
        var missed = await db.Bookings.Where(b => b.State == BookingState.DidNotAttend)
            .Join(db.CourseRuns.Where(r => r.EndsAt >= from && r.EndsAt < until), b => b.RunId, r => r.Id,
                (b, r) => new { b, r.CourseId, r.StartsAt })
            .Join(db.Staff, x => x.b.StaffId, s => s.Id, (x, s) => new
            {
                x.b.PartnershipId, x.b.Id, x.b.RunId, x.b.AgencyId, x.b.StaffId, x.StartsAt, s.Name,
                Course = db.Courses.Where(c => c.Id == x.CourseId).Select(c => c.Title).First(),
            }).OrderBy(m => m.Id).ToListAsync(cancel);
        var people = missed.Select(m => m.StaffId).Distinct().ToList();
        var managers = (await db.Posts.CurrentOn(today).Where(p => people.Contains(p.StaffId))
            .Join(db.Staff.Where(s => s.Email != null), p => p.ManagerId, s => s.Id,
                (p, s) => new { p.StaffId, p.AgencyId, s.Name, s.Email })
            .ToListAsync(cancel)).ToLookup(m => (m.StaffId, m.AgencyId), m => (m.Name, Email: m.Email!));
        var told = 0;
        foreach (var partnership in missed.GroupBy(m => m.PartnershipId))
        {
            var viewer = Viewer.System(partnership.Key);
            var leads = await db.LeadsAsync(viewer, null, today, cancel);
            told += await db.TellOnceAsync(viewer,
                from m in partnership
                from to in managers[(m.StaffId, m.AgencyId)].Concat(leads[m.AgencyId].Training.Select(l => (l.Name, l.Email)))
                select new NoShowMail(m.Id, m.RunId, m.Name, m.Course, UkClock.DayOf(m.StartsAt), to.Name, to.Email),
                "Told line managers and training leads of places that were not used", cancel);
        }
        return told == 0 ? null : $"Sent {Words.Count(told, "message")}";
    }
}
