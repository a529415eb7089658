using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Seeding;
using Portal.Features.Commissioning.Deciding;
using Portal.Features.Commissioning.Ordering;

namespace Portal.Demo.Aged;

/// <summary>
/// Six years of what agencies asked the partnership to buy: four requests a month, most approved, by the commissioner or a meeting of the
/// sub-group, and ordered, a date put under the order, invoiced and closed once that date was held.
/// </summary>
/// <param name="on">Puts a deed into the diary.</param>
internal sealed class AgedRequests(
    Action<DateOnly, Func<IServiceProvider, Task>> on, Viewer commissioner, IReadOnlyList<AgencySeed> agencies, DateOnly programme,
    DateOnly today)
{
    private const int DaysBetween = 8;

    private static readonly string[] Topics =
        ["Ask and act", "Risk and safety planning", "Abuse in later life", "Coercive control", "Young people and relationships"];

    private readonly PastRequests writing = new(on, commissioner, agencies, today);

    private sealed record Asked(int Number, AgencyType Type, int Place, string Title, Money Money);

    public async Task PlanAsync(PortalDb db, CancellationToken cancel)
    {
        var meetings = await db.Meetings.OfPartnership(commissioner)
            .Where(m => db.Bodies.Any(b => b.Id == m.BodyId && b.Code == "DASG")).OrderBy(m => m.Day)
            .Select(m => new { m.Id, m.Day }).ToListAsync(cancel);
        var kinds = agencies.Where(a => a.Phase == 1).GroupBy(a => a.Type).Select(g => (Type: g.Key, Count: g.Count())).ToList();
        for (var (day, n) = (programme.AddDays(60), 1); day < today; day = day.AddDays(DaysBetween), n++)
        {
            var (type, count) = kinds[n % kinds.Count];
            var asked = new Asked(n, type, n / kinds.Count % count, $"{Topics[n % Topics.Length]}, number {n}",
                Money.OfPounds(n % 6 == 0 ? 4_000 + n % 5 * 900 : 400 + n % 17 * 90));
            on(day, s => writing.WriteAsync(s, asked.Type, asked.Place, asked.Title, 1 + n % 3, 10 + n % 15, asked.Money, cancel));
            var meeting = n % 6 == 0 ? meetings.Find(m => m.Day > day) : null;
            if (n % 6 == 0 && meeting is null) continue;
            Decide(asked, meeting?.Day ?? day.AddWorkingDays(8 + n % 6), meeting?.Id, cancel);
        }
    }

    private void Decide(Asked asked, DateOnly day, Id<Meeting>? meeting, CancellationToken cancel)
    {
        on(day, s => DecideAsync(s, asked, meeting, cancel));
        if (asked.Number % 3 == 0) on(day.AddDays(30), s => MeetAsync(s, asked, cancel));
        if (asked.Number % 4 == 3) return;
        on(day.AddWorkingDays(5), s => OrderAsync(s, asked, cancel));
        on(day.AddDays(150), s => InvoiceAsync(s, asked, cancel));
        on(day.AddDays(200), s => CloseAsync(s, asked, cancel));
    }

    private async Task DecideAsync(IServiceProvider services, Asked asked, Id<Meeting>? meeting, CancellationToken cancel)
    {
        if (await FindAsync(services, asked, RequestState.Submitted, cancel) is not { } request) return;
        var (approve, day) = (asked.Number % 7 != 0, services.GetRequiredService<UkClock>().Today);
        await services.GetRequiredService<DecideRequest>().RunAsync(commissioner, request.Id, new(
            approve, approve ? "Please tell us how many of the places were used." : "Courses on offer serve the same people.", meeting,
            meeting is null ? null : 7, meeting is null ? null : 5, null,
            approve && asked.Number % 3 == 0 ? [new("Two places on each date are offered to others", "Training lead", day.AddMonths(2))]
                : []),
            request.Version, cancel);
    }

    private async Task MeetAsync(IServiceProvider services, Asked asked, CancellationToken cancel)
    {
        if (await FindAsync(services, asked, RequestState.Approved, cancel) is not { Conditions: [var condition, ..] } request) return;
        await services.GetRequiredService<MeetCondition>()
            .RunAsync(commissioner, request.Id, condition.Id, "Two places are kept for others on each date", cancel);
    }

    private async Task OrderAsync(IServiceProvider services, Asked asked, CancellationToken cancel)
    {
        if (await FindAsync(services, asked, RequestState.Approved, cancel) is not { } request) return;
        var (db, now) = (services.GetRequiredService<PortalDb>(), services.GetRequiredService<UkClock>().Now);
        var budgetEnds = FinancialYear.FirstDay(FinancialYear.Of(UkClock.DayOf(now)) + 1);
        if (request.From >= budgetEnds) return;
        var end = UkClock.StartOf(budgetEnds);
        var provider = request.ProviderId ?? await db.CourseRuns.OfPartnership(commissioner).Where(r => r.StartsAt > now)
            .OrderBy(r => r.StartsAt).Join(db.Courses, r => r.CourseId, c => c.Id, (r, c) => c.ProviderId).FirstAsync(cancel);
        await services.GetRequiredService<PlaceOrder>().RunAsync(commissioner, request.Id, new(
            provider, asked.Money, "One date, with its handouts, at a place of the partnership.",
            await AgedFunding.SourceAsync(services, commissioner, cancel)), request.Version, cancel);
        var run = await services.GetRequiredService<DatesToOrder>().Of(commissioner, provider)
            .Where(r => r.StartsAt > now && r.EndsAt < end)
            .OrderBy(r => r.StartsAt).Select(r => (Id<CourseRun>?)r.Id).FirstOrDefaultAsync(cancel);
        if (run is { } date) await services.GetRequiredService<PutDateUnderOrder>().RunAsync(
            commissioner, request.Id, null, date, cancel);
    }

    private async Task InvoiceAsync(IServiceProvider services, Asked asked, CancellationToken cancel)
    {
        if (await OrderOfAsync(services, asked, cancel) is not { } order) return;
        await services.GetRequiredService<RecordInvoice>().RunAsync(
            commissioner, order.RequestId, order.Number, $"INV-{asked.Number:0000}", services.GetRequiredService<UkClock>().Today,
            order.Version, cancel);
    }

    private async Task CloseAsync(IServiceProvider services, Asked asked, CancellationToken cancel)
    {
        if (await OrderOfAsync(services, asked, cancel) is not { } order) return;
        var dates = await services.GetRequiredService<DatesOfOrder>().RunAsync(order, cancel);
        if (dates.All(d => d.Standing != OrderedDate.Held)) return;
        await services.GetRequiredService<EndOrder>().RunAsync(
            commissioner, order.RequestId, order.Number, cancelIt: false, "The date was held.", order.Version, cancel);
    }

    private Task<CommissioningRequest?> FindAsync(IServiceProvider services, Asked asked, RequestState state, CancellationToken cancel) =>
        services.GetRequiredService<PortalDb>().CommissioningRequests.AsNoTracking().OfPartnership(commissioner)
            .Include(r => r.Conditions).SingleOrDefaultAsync(r => r.Title == asked.Title && r.State == state, cancel);

    private Task<TrainingOrder?> OrderOfAsync(IServiceProvider services, Asked asked, CancellationToken cancel)
    {
        var db = services.GetRequiredService<PortalDb>();
        return db.TrainingOrders.AsNoTracking().OfPartnership(commissioner).Include(o => o.Runs)
            .SingleOrDefaultAsync(o => o.EndedOn == null
                && db.CommissioningRequests.Any(r => r.Id == o.RequestId && r.Title == asked.Title), cancel);
    }
}
