using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Courses.Organising;

/// <summary>How dates stand: their places, their queue and what is charged for them; one question for however many.</summary>
public sealed class RunFigures(PortalDb db)
{
    /// <param name="Booked">Places whose people are expected, or were marked.</param>
    /// <param name="Taken">Those, and the ones that are offered or wait for a line manager.</param>
    public sealed record Figures(int Booked, int Taken, int Waiting, Money Charged)
    {
        public static readonly Figures None = new(0, 0, 0, Money.Zero);
    }

    public async Task<IReadOnlyDictionary<Id<CourseRun>, Figures>> RunAsync(
        Viewer viewer, IReadOnlyCollection<Id<CourseRun>> runs, CancellationToken cancel)
    {
        var places = await db.CourseRuns.VisibleTo(viewer, db).Where(r => runs.Contains(r.Id))
            .Join(db.Bookings, r => r.Id, b => b.RunId,
                (r, b) => new { r.Id, b.State, b.IsLate, b.IsWaived, b.Price, r.LateFee, r.NoShowFee })
            .GroupBy(p => new { p.Id, p.State, p.IsLate, p.IsWaived, p.Price, p.LateFee, p.NoShowFee })
            .Select(g => new { Of = g.Key, Count = g.Count() }).ToListAsync(cancel);
        return places.GroupBy(p => p.Of.Id).ToDictionary(p => p.Key, run => new Figures(
            run.Where(p => p.Of.State == BookingState.Booked || p.Of.State.IsMark()).Sum(p => p.Count),
            run.Where(p => p.Of.State.HoldsPlace()).Sum(p => p.Count),
            run.Where(p => p.Of.State == BookingState.Waiting).Sum(p => p.Count),
            run.Sum(p => Charges.Of(p.Of.State, p.Of.IsLate, p.Of.IsWaived, p.Of.Price, p.Of.LateFee, p.Of.NoShowFee).Times(p.Count))));
    }
}
