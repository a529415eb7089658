using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Courses.Organising;

/// <summary>
/// Who is or was on a date, and in the queue, in the order in which they asked: for those who run it and nobody else. What someone needs
/// to take part is read here alone.
/// </summary>
public sealed class RunPeople(PortalDb db)
{
    public sealed record Row(
        Id<Booking> Id, string Name, string? Email, string Agency, BookingState State, bool IsLate, bool IsWaived, string? Needs,
        Money Charge);

    public async Task<IReadOnlyList<Row>> RunAsync(Viewer viewer, Id<CourseRun> runId, CancellationToken cancel)
    {
        var rows = await db.CourseRuns.VisibleTo(viewer, db).Where(r => r.Id == runId)
            .Join(db.Bookings, r => r.Id, b => b.RunId, (r, b) => new { b, r.LateFee, r.NoShowFee })
            .Join(db.Staff, x => x.b.StaffId, s => s.Id, (x, s) => new { x.b, x.LateFee, x.NoShowFee, s.Name, s.Email })
            .OrderBy(x => x.b.Number).Select(x => new
            {
                x.b.Id, x.Name, x.Email, x.b.State, x.b.IsLate, x.b.IsWaived, x.b.Price, x.LateFee, x.NoShowFee,
                Agency = db.Agencies.Where(a => a.Id == x.b.AgencyId).Select(a => a.Name).First(),
                Needs = db.AccessNeeds.Where(n => n.BookingId == x.b.Id).Select(n => n.Text).FirstOrDefault(),
            }).ToListAsync(cancel);
        return [.. rows.Select(x => new Row(x.Id, x.Name, x.Email, x.Agency, x.State, x.IsLate, x.IsWaived,
            x.State.HoldsPlace() ? x.Needs : null,
            Charges.Of(x.State, x.IsLate, x.IsWaived, x.Price, x.LateFee, x.NoShowFee)))];
    }
}
