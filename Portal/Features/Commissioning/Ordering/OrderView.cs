using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Commissioning.Ordering;

/// <summary>An order of a request with its dates, what of it is spent, and what came of it. Null when there is none.</summary>
public sealed class OrderView(PortalDb db, UkClock clock)
{
    /// <param name="Course">"C04, Ask and act".</param>
    public sealed record DateLine(
        Id<CourseRun> Id, string Course, DateOnly Day, DateOnly Last, int Places, OrderedDate Standing, Money Share);

    /// <param name="Source">What pays for it; null where the partnership pays nothing.</param>
    /// <param name="EndsOn">The last day on which that can be spent; null where it does not end.</param>
    /// <param name="ReleasedOn">The day on which its money was set free in the ledger; null while it is promised.</param>
    public sealed record Details(
        TrainingOrder Order, string Provider, string? Source, DateOnly? EndsOn, DateOnly? ReleasedOn, IReadOnlyList<DateLine> Dates,
        OrderSpending Spending, OrderOutcome Outcome);

    /// <param name="number">Which of its orders; null for the newest.</param>
    public async Task<Details?> RunAsync(Viewer viewer, CommissioningRequest request, int? number, CancellationToken cancel)
    {
        if (await db.TrainingOrders.AsNoTracking().OfPartnership(viewer).Include(o => o.Runs)
            .Where(o => o.RequestId == request.Id && (number == null || o.Number == number)).OrderByDescending(o => o.Number)
            .FirstOrDefaultAsync(cancel) is not { } order) return null;
        var ids = order.Runs.Select(r => r.RunId).ToList();
        var runs = await (from run in db.CourseRuns
                          where ids.Contains(run.Id)
                          join course in db.Courses on run.CourseId equals course.Id
                          orderby run.StartsAt, run.Id
                          select new { run.Id, course.Code, course.Title, run.StartsAt, run.EndsAt, run.MaxPlaces, run.State })
            .ToListAsync(cancel);
        (int Places, OrderedDate Standing)[] dates =
            [.. runs.Select(r => (r.MaxPlaces, DatesOfOrder.Standing(r.State, r.EndsAt, clock.Now)))];
        var spending = OrderSpending.Of(order, request.AllPlaces, dates);
        var paid = await (from commitment in db.FundingCommitments
                          where commitment.Id == order.CommitmentId
                          join source in db.FundingSources on commitment.SourceId equals source.Id
                          select new { source.Name, source.EndsOn, commitment.ReleasedOn }).SingleOrDefaultAsync(cancel);
        var used = DatesOfOrder.CameTo(db, [.. runs.Where((_, i) => dates[i].Standing == OrderedDate.Held).Select(r => r.Id)]);
        return new(
            order, await db.Providers.Where(p => p.Id == order.ProviderId).Select(p => p.Name).SingleAsync(cancel), paid?.Name,
            paid?.EndsOn, paid?.ReleasedOn,
            [.. runs.Select((r, i) => new DateLine(r.Id, $"{r.Code}, {r.Title}", UkClock.DayOf(r.StartsAt), UkClock.DayOf(r.EndsAt),
                r.MaxPlaces, dates[i].Standing, spending.Shares[i]))],
            spending, new(order.PlacesOf(request.AllPlaces), await used.CountAsync(cancel),
                order.IsForAll(request.AllPlaces) ? request.PeopleBelow : null,
                await db.TrainingRecords.Where(r => r.State == RecordState.Verified && r.LevelNumber >= request.LevelNumber
                    && used.Any(b => b.Id == r.BookingId)).Select(r => r.StaffId).Distinct().CountAsync(cancel), spending.Spent));
    }
}
