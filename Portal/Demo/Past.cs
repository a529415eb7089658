using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Seeding;
using Portal.Demo.Borough;
using Portal.Features.Commissioning.Demand;
using Portal.Features.Reports;
using Portal.Features.Standards;
using Portal.Mail;

namespace Portal.Demo;

/// <summary>
/// Lives through the fictional borough's last years, day by day and with the real acts, as if the portal had been there:
/// standards evaluated at the end of each month, reports prepared, approved, issued and acknowledged for the last meetings.
/// Interrupted, it carries on where it stopped.
/// </summary>
/// <param name="services">The portal's own services over a clock that this class sets.</param>
/// <param name="now">UTC. Nothing is lived later, also in the small hours: work that lies ahead would make the clock look wrong.</param>
internal sealed class Past(IServiceProvider services, SeedFiles seeds, PastClock clock, DateTime now)
{
    private readonly DateOnly today = UkClock.DayOf(now);

    private const int MeetingsReported = 3;

    private readonly SortedDictionary<DateOnly, List<Func<IServiceProvider, Task>>> diary = [];

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
        var days = diary.Where(d => d.Key <= until && (lived is null || d.Key > lived)).ToList();
        foreach (var (index, (day, deeds)) in days.Index())
        {
            // The night's work, before anyone is in the office.
            clock.Now = Lived(UkClock.StartOf(day).AddHours(4));
            foreach (var deed in deeds)
            {
                await using var scope = services.CreateAsyncScope();
                await deed(scope.ServiceProvider);
                clock.Now = Lived(clock.Now.AddHours(1));
            }
            told(day, days.Count - index - 1);
        }
    }

    private DateTime Lived(DateTime hour) => hour < now ? hour : now;

    private async Task PlanAsync(PortalDb db, Viewer system, CancellationToken cancel)
    {
        var began = await db.Phases.Where(p => p.PartnershipId == system.PartnershipId).MinAsync(p => p.StartsOn, cancel);
        for (var next = new DateOnly(began.Year, began.Month, 1).AddMonths(1); next <= today; next = next.AddMonths(1))
            Evaluate(next.AddDays(-1), system, cancel);
        Evaluate(today, system, cancel);

        var meetings = await db.Meetings.OfPartnership(system)
            .Where(m => db.Bodies.Any(b => b.Id == m.BodyId && b.Kind == BodyKind.Partnership))
            .Select(m => m.Day).Order().ToListAsync(cancel);
        var commissioner = await ViewerOfAsync(db, system, Role.Commissioner, cancel);
        new PastReturns(Do, commissioner, seeds.Borough.Agencies, today).Plan(cancel);
        new PastRequests(Do, commissioner, seeds.Borough.Agencies, today).Plan(cancel);
        var readers = await db.Memberships.OfPartnership(system)
            .Where(m => m.Role == Role.BoardChair || m.Role == Role.BoardMember || m.Role == Role.BoardClerk)
            .NotOverOn(db, today).OrderBy(m => m.Id).Join(db.Users, m => m.UserId, u => u.Id, (m, u) => Viewer.Of(u.Id, u.Name, m))
            .ToListAsync(cancel);
        foreach (var meeting in meetings.Where(m => m < today).TakeLast(MeetingsReported).Concat(meetings.Where(m => m >= today).Take(1)))
            Report(new EditionTimetable(meeting), system, commissioner, readers, cancel);
        Do(today, s => s.GetRequiredService<SendOutboxJob>().RunAsync(cancel));
        Do(today, s => s.GetRequiredService<TestForecastsJob>().RunAsync(cancel));
    }

    private void Evaluate(DateOnly day, Viewer viewer, CancellationToken cancel) =>
        Do(day, s => s.GetRequiredService<EvaluateStandards>().RunAsync(viewer, day, cancel));

    private void Report(EditionTimetable timetable, Viewer system, Viewer commissioner, List<Viewer> readers, CancellationToken cancel)
    {
        Evaluate(timetable.CutOffOn, system, cancel);
        Do(timetable.DraftOn, s => s.GetRequiredService<PrepareEditionsJob>().RunAsync(cancel));
        if (timetable.IssueOn > today) return;
        Do(timetable.ApproveBy, s => ApproveAsync(s, commissioner, cancel));
        Do(timetable.IssueOn, s => s.GetRequiredService<IssueEditionsJob>().RunAsync(cancel));
        Do(timetable.IssueOn, s => s.GetRequiredService<SendOutboxJob>().RunAsync(cancel));
        // Two of three read it before the meeting; the others are still to be asked.
        foreach (var (n, reader) in readers.Index().Where(r => r.Index % 3 != 2))
            Do(timetable.IssueOn.AddWorkingDays(1 + n % 5), s => AcknowledgeAsync(s, reader, timetable, cancel));
    }

    private void Do(DateOnly day, Func<IServiceProvider, Task> deed)
    {
        if (day > today) return;
        if (!diary.TryGetValue(day, out var deeds)) diary.Add(day, deeds = []);
        deeds.Add(deed);
    }

    private static async Task ApproveAsync(IServiceProvider services, Viewer commissioner, CancellationToken cancel)
    {
        var draft = await services.GetRequiredService<PortalDb>().Editions.AsNoTracking().OfPartnership(commissioner)
            .SingleOrDefaultAsync(e => e.State == EditionState.Draft, cancel);
        if (draft is not null) await services.GetRequiredService<ApproveEdition>().RunAsync(commissioner, draft.Id, draft.Version, cancel);
    }

    private static async Task AcknowledgeAsync(
        IServiceProvider services, Viewer reader, EditionTimetable timetable, CancellationToken cancel)
    {
        var edition = await services.GetRequiredService<PortalDb>().Editions.OfPartnership(reader)
            .Where(e => e.IssueOn == timetable.IssueOn && e.State == EditionState.Issued).Select(e => (Id<Edition>?)e.Id)
            .SingleOrDefaultAsync(cancel);
        if (edition is { } issued) await services.GetRequiredService<AcknowledgeEdition>().RunAsync(reader, issued, cancel);
    }

    private static async Task<Viewer> ViewerOfAsync(PortalDb db, Viewer system, Role role, CancellationToken cancel) =>
        await db.Memberships.OfPartnership(system).Where(m => m.Role == role)
            .Join(db.Users, m => m.UserId, u => u.Id, (m, u) => Viewer.Of(u.Id, u.Name, m))
            .FirstAsync(cancel);
}

/// <summary>A clock that <see cref="Past"/> sets.</summary>
internal sealed class PastClock : TimeProvider
{
    public DateTime Now { get; set; }

    public override DateTimeOffset GetUtcNow() => new(Now, TimeSpan.Zero);
}
