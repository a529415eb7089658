using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Seeding;
using Portal.Demo.Borough;
using Portal.Features.Commissioning.Demand;
using Portal.Features.Standards;
using Portal.Mail;

namespace Portal.Demo;

/// <summary>
/// Lives through the fictional borough's last years, day by day and with the real acts, as if the portal had been there:
/// standards evaluated at the end of each month, reports prepared, approved, issued and acknowledged for the last meetings.
/// Interrupted, it carries on where it stopped.
/// </summary>
/// <param name="services">The portal's own services over a clock that this class sets.</param>
/// <param name="now">UTC. Nothing is lived later.</param>
internal sealed class Past(IServiceProvider services, SeedFiles seeds, PastClock clock, DateTime now)
{
    private const int MeetingsReported = 3;

    private readonly DateOnly today = UkClock.DayOf(now);
    private readonly Diary diary = new(clock, now, TimeSpan.FromHours(1));

    /// <param name="until">The last day to live through.</param>
    /// <param name="told">Told of each day that has been lived through, and of how many are left.</param>
    public async Task LiveAsync(Id<Partnership> partnershipId, DateOnly until, Action<DateOnly, int> told, CancellationToken cancel)
    {
        DateOnly? lived;
        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            lived = await db.Evaluations.Where(e => e.PartnershipId == partnershipId).MaxAsync(e => (DateOnly?)e.AsAt, cancel);
            var made = await db.AuditEntries.Where(e => e.PartnershipId == partnershipId && e.What == MakeBorough.What)
                .MinAsync(e => e.At, cancel);
            // From the day the borough was made, the portal lives by itself.
            if (lived >= UkClock.DayOf(made)) return;
            await PlanAsync(db, Viewer.System(partnershipId), cancel);
        }
        await diary.LiveAsync(services, lived, until, told);
    }

    private async Task PlanAsync(PortalDb db, Viewer system, CancellationToken cancel)
    {
        var began = await db.Phases.Where(p => p.PartnershipId == system.PartnershipId).MinAsync(p => p.StartsOn, cancel);
        for (var next = new DateOnly(began.Year, began.Month, 1).AddMonths(1); next <= today; next = next.AddMonths(1))
            Evaluate(next.AddDays(-1), system, cancel);
        Evaluate(today, system, cancel);

        var meetings = await PastReports.MeetingsAsync(db, system, cancel);
        var commissioner = await ViewerOfAsync(db, system, Role.Commissioner, cancel);
        new PastReturns(diary.On, commissioner, seeds.Borough.Agencies, today).Plan(cancel);
        new PastRequests(diary.On, commissioner, seeds.Borough.Agencies, today).Plan(cancel);
        var reports = new PastReports(
            diary.On, system, commissioner, await PastReports.ReadersAsync(db, system, today, cancel), today);
        foreach (var meeting in meetings.Where(m => m < today).TakeLast(MeetingsReported).Concat(meetings.Where(m => m >= today).Take(1)))
        {
            var timetable = new EditionTimetable(meeting);
            reports.Plan(timetable, cancel);
            diary.On(timetable.IssueOn, s => s.GetRequiredService<SendOutboxJob>().RunAsync(cancel));
        }
        diary.On(today, s => s.GetRequiredService<SendOutboxJob>().RunAsync(cancel));
        diary.On(today, s => s.GetRequiredService<TestForecastsJob>().RunAsync(cancel));
    }

    private void Evaluate(DateOnly day, Viewer viewer, CancellationToken cancel) =>
        diary.On(day, s => s.GetRequiredService<EvaluateStandards>().RunAsync(viewer, day, cancel));

    /// <summary>The first of those who hold a role.</summary>
    internal static async Task<Viewer> ViewerOfAsync(PortalDb db, Viewer system, Role role, CancellationToken cancel) =>
        await db.Memberships.OfPartnership(system).Where(m => m.Role == role)
            .Join(db.Users, m => m.UserId, u => u.Id, (m, u) => Viewer.Of(u.Id, u.Name, m))
            .FirstAsync(cancel);
}
