using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Flags;
using Portal.Features.Commissioning.Ordering;

namespace Portal.Features.Commissioning.Outcomes;

/// <summary>
/// What came of orders, date by date, beside what their requests promised. However many orders there are, it asks as many queries.
/// </summary>
public sealed class OutcomesOfOrders(PortalDb db, ConfidenceOfRuns confidence, UkClock clock)
{
    /// <param name="Outcome">Nothing while the date is not held.</param>
    public sealed record Date(Id<CourseRun> Id, DateOnly Day, OrderedDate Standing, TrainingOutcome Outcome);

    /// <param name="Outcome">Of all its dates that were held.</param>
    /// <param name="Confidence">At each moment, over all its dates.</param>
    /// <param name="FlagsCleared">
    /// Of the agencies whose people came, on the level asked for, since its first date was held. Whether it was the training that cleared
    /// them nobody can tell.
    /// </param>
    public sealed record Line(
        CommissioningRequest Request, TrainingOrder Order, string Provider, IReadOnlyList<Date> Dates, TrainingOutcome Outcome,
        IReadOnlyDictionary<EvaluationMoment, ConfidenceTotal> Confidence, int FlagsCleared);

    private sealed record Came(Id<Booking> Id, Id<CourseRun> RunId, Id<Agency> AgencyId, Id<StaffMember> StaffId);

    /// <summary>
    /// Of one request; or of all at a level, of a provider or of a year, for those who read requests of the whole partnership.
    /// </summary>
    /// <param name="Year">The financial year in which they were ordered.</param>
    /// <param name="Newest">Not more than these.</param>
    public sealed record Asked(
        Id<CommissioningRequest>? Request = null, int? Level = null, Id<Provider>? Provider = null, int? Year = null,
        int Newest = int.MaxValue)
    {
        internal DateOnly From => Year is { } year ? FinancialYear.FirstDay(year) : DateOnly.MinValue;
        internal DateOnly Until => Year is { } year ? FinancialYear.FirstDay(year + 1) : DateOnly.MaxValue;
    }

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<Line>> RunAsync(Viewer viewer, Asked asked, CancellationToken cancel)
    {
        if (asked.Request is null && viewer.Reach(Permission.ReadRequests) != Reach.Partnership) return [];
        var (from, until) = (asked.From, asked.Until);
        var orders = await db.TrainingOrders.AsNoTracking().OfPartnership(viewer)
            .Where(o => asked.Request == null || o.RequestId == asked.Request).Where(o => o.On >= from && o.On < until)
            .Where(o => asked.Provider == null || o.ProviderId == asked.Provider)
            .Where(o => db.CommissioningRequests.VisibleTo(viewer)
                .Any(r => r.Id == o.RequestId && (asked.Level == null || r.LevelNumber == asked.Level)))
            .Include(o => o.Runs).OrderByDescending(o => o.Number).Take(asked.Newest).ToListAsync(cancel);
        if (orders.Count == 0) return [];
        var (ids, runIds) = (orders.Select(o => o.RequestId).ToList(), orders.SelectMany(o => o.Runs).Select(r => r.RunId).ToList());
        var requests = await db.CommissioningRequests.AsNoTracking().AsSplitQuery().Where(r => ids.Contains(r.Id))
            .Include(r => r.Costs).Include(r => r.Parties).ToDictionaryAsync(r => r.Id, cancel);
        var givers = orders.Select(o => o.ProviderId).ToList();
        var providers = await db.Providers.Where(p => givers.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancel);
        var runs = await db.CourseRuns.AsNoTracking().Where(r => runIds.Contains(r.Id)).OrderBy(r => r.StartsAt).ThenBy(r => r.Id)
            .ToListAsync(cancel);
        var bookings = DatesOfOrder.CameTo(db, runIds);
        var came = (await bookings.Select(b => new Came(b.Id, b.RunId, b.AgencyId, b.StaffId)).ToListAsync(cancel)).ToLookup(c => c.RunId);
        var trained = (await db.TrainingRecords
            .Where(r => r.State == RecordState.Verified && bookings.Any(b => b.Id == r.BookingId))
            .Select(r => new { Booking = r.BookingId!.Value, r.LevelNumber }).ToListAsync(cancel))
            .ToLookup(r => r.Booking, r => r.LevelNumber);
        var said = await confidence.RunAsync(orders.Select(o => o.Runs.Select(r => r.RunId).ToList()), runs, cancel);
        var flags = runs.Count == 0 ? [] : await FlagCleared.SinceAsync(db, viewer.PartnershipId, runs.Min(r => r.FirstDay), cancel);
        var under = orders.SelectMany(o => o.Runs).ToDictionary(r => r.RunId, r => r.OrderId);
        var given = runs.ToLookup(r => under[r.Id]);
        return [.. orders.Select((order, n) => LineOf(order, requests[order.RequestId], providers[order.ProviderId], [.. given[order.Id]],
            came, trained, flags, said[n]))];
    }

    private Line LineOf(TrainingOrder order, CommissioningRequest request, string provider, IReadOnlyList<CourseRun> runs,
        ILookup<Id<CourseRun>, Came> came, ILookup<Id<Booking>, int> trained, IReadOnlyList<FlagCleared> flags,
        IReadOnlyDictionary<EvaluationMoment, ConfidenceTotal> said)
    {
        var standings = runs.Select(r => DatesOfOrder.Standing(r.State, r.EndsAt, clock.Now)).ToList();
        var spending = OrderSpending.Of(order, request.AllPlaces, [.. runs.Zip(standings, (r, s) => (r.MaxPlaces, s))]);
        var dates = runs.Select((run, i) => new Date(run.Id, run.FirstDay, standings[i], standings[i] != OrderedDate.Held
            ? TrainingOutcome.None
            : new(run.MaxPlaces, came[run.Id].Count(), People(came[run.Id]), spending.Shares[i],
                TrainingOutcome.ReleaseFor(request, came[run.Id].Count())))).ToList();
        var held = dates.Where(d => d.Standing == OrderedDate.Held).ToList();
        var all = held.SelectMany(d => came[d.Id]).ToList();
        var agencies = all.Select(c => c.AgencyId).ToHashSet();
        return new(request, order, provider, dates, TrainingOutcome.Together([.. held.Select(d => d.Outcome)], People(all)), said,
            held.Count == 0 ? 0 : flags.Count(f => f.Level == request.LevelNumber && agencies.Contains(f.AgencyId) && f.On >= held[0].Day));

        int People(IEnumerable<Came> who) =>
            who.Where(c => trained[c.Id].Any(level => level >= request.LevelNumber)).Select(c => c.StaffId).Distinct().Count();
    }
}
