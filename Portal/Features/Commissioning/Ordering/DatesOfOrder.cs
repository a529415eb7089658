using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Commissioning.Ordering;

/// <summary>The dates under an order or several, with their places, and where each stands by the clock.</summary>
public sealed class DatesOfOrder(PortalDb db, UkClock clock)
{
    public sealed record Row(Id<CourseRun> Id, int Places, OrderedDate Standing);

    public async Task<IReadOnlyList<Row>> RunAsync(TrainingOrder order, CancellationToken cancel) =>
        [.. (await OfAsync([order], cancel))[order.Id]];

    /// <summary>Those of several orders, read at once.</summary>
    public async Task<ILookup<Id<TrainingOrder>, Row>> OfAsync(IReadOnlyCollection<TrainingOrder> orders, CancellationToken cancel)
    {
        var under = orders.SelectMany(o => o.Runs).ToDictionary(r => r.RunId, r => r.OrderId);
        var ids = under.Keys.ToList();
        return (await db.CourseRuns.Where(r => ids.Contains(r.Id)).OrderBy(r => r.StartsAt).ThenBy(r => r.Id)
            .Select(r => new { r.Id, r.MaxPlaces, r.State, r.EndsAt }).ToListAsync(cancel))
            .ToLookup(r => under[r.Id], r => new Row(r.Id, r.MaxPlaces, Standing(r.State, r.EndsAt, clock.Now)));
    }

    /// <summary>The places of dates on which somebody came, to all or a part of it.</summary>
    internal static IQueryable<Booking> CameTo(PortalDb db, IReadOnlyCollection<Id<CourseRun>> dates) => db.Bookings
        .Where(b => dates.Contains(b.RunId) && (b.State == BookingState.Attended || b.State == BookingState.PartAttended));

    internal static OrderedDate Standing(RunState state, DateTime ends, DateTime now) => state switch
    {
        RunState.Cancelled => OrderedDate.Cancelled,
        RunState.Published when ends <= now => OrderedDate.Held,
        RunState.Published or RunState.Draft => OrderedDate.ToCome,
    };
}
