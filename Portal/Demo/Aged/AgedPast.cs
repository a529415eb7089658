using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Seeding;
using Portal.Features.Admin;
using Portal.Features.Standards;

namespace Portal.Demo.Aged;

/// <summary>
/// Gives a made-up borough six years in which the portal was used: judged each week, a cycle of returns each year, a report of each
/// meeting, requests, orders and money, all by the portal's own acts. What people do by the thousand (looking, booking, being reminded)
/// leaves rows that are written in bulk: <see cref="AgedTraces"/>. Interrupted, it is begun again with another database.
/// </summary>
/// <param name="services">The portal's own services over a clock that this class sets.</param>
/// <param name="now">UTC. Nothing is lived later.</param>
internal sealed class AgedPast(
    IServiceProvider services, IReadOnlyList<AgencySeed> agencies, PastClock clock, DateTime now)
{
    private const int Cycles = 6;

    // The last cycle of returns opened so many days ago, and the others a year before it each.
    private const int LastOpenedDaysAgo = 95;
    private const int DaysBetweenEvaluations = 7;

    private readonly DateOnly today = UkClock.DayOf(now);

    // Hundreds of returns may be sent on one day.
    private readonly Diary diary = new(clock, now, TimeSpan.FromSeconds(30));

    /// <param name="told">Told of each day that has been lived through, and of how many are left.</param>
    public async Task LiveAsync(Id<Partnership> partnershipId, Action<DateOnly, int> told, CancellationToken cancel)
    {
        var system = Viewer.System(partnershipId);
        await using (var scope = services.CreateAsyncScope())
        {
            clock.Now = now;
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            if (await AgedTraces.AreThereAsync(db, system, cancel)) return;
            if (await db.Evaluations.OfPartnership(system).AnyAsync(cancel))
                throw new Refused("The past of this borough was left half made. Remove the database and begin again");
            var programme = await db.Phases.OfPartnership(system).MinAsync(p => p.StartsOn, cancel);
            await new AgedLists(db, system, programme).WriteAsync(cancel);
            await PlanAsync(db, system, programme, cancel);
            // Six years of results are asked about by many of the deeds.
            await db.RenewStatisticsAsync(cancel);
        }
        await diary.LiveAsync(services, null, today, told);
        clock.Now = now;
        await using var last = services.CreateAsyncScope();
        var acts = last.ServiceProvider;
        await new AgedTraces(acts.GetRequiredService<PortalDb>(), system, now).WriteAsync(cancel);
        await acts.GetRequiredService<PruneHistoryJob>().RunAsync(cancel);
    }

    private async Task PlanAsync(PortalDb db, Viewer system, DateOnly programme, CancellationToken cancel)
    {
        for (var day = programme.AddDays(DaysBetweenEvaluations); day < today; day = day.AddDays(DaysBetweenEvaluations))
            Evaluate(day, system, cancel);
        Evaluate(today, system, cancel);
        var commissioner = await Past.ViewerOfAsync(db, system, Role.Commissioner, cancel);
        new AgedFunding(diary.On, commissioner, programme, today).Plan(cancel);
        var returns = new PastReturns(diary.On, commissioner, agencies, today);
        for (var n = 1; n <= Cycles; n++)
            returns.Cycle($"Phase 1, cycle {n}", today.AddDays(-LastOpenedDaysAgo).AddYears(n - Cycles), first: n == 1, cancel);
        await new AgedRequests(diary.On, commissioner, agencies, programme, today).PlanAsync(db, cancel);
        var reports = new PastReports(
            diary.On, system, commissioner, await PastReports.ReadersAsync(db, system, today, cancel), today);
        foreach (var meeting in await PastReports.MeetingsAsync(db, system, cancel))
            if (new EditionTimetable(meeting) is var timetable && timetable.CutOffOn > programme) reports.Plan(timetable, cancel);
    }

    private void Evaluate(DateOnly day, Viewer viewer, CancellationToken cancel) =>
        diary.On(day, s => s.GetRequiredService<EvaluateStandards>().RunAsync(viewer, day, cancel));
}
