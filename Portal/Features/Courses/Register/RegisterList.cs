using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Courses.Register;

/// <summary>The register of a date: everyone who is expected or marked, by name. Names are for whoever runs it alone.</summary>
public sealed class RegisterList(PortalDb db)
{
    /// <param name="IsOwn">Whether it is the viewer’s own attendance, which somebody else marks.</param>
    public sealed record Row(Id<Booking> Id, string Name, string Agency, BookingState State, bool IsOwn)
    {
        public bool IsMarked => State.IsMark();
    }

    public async Task<IReadOnlyList<Row>> RunAsync(Viewer viewer, Id<CourseRun> runId, CancellationToken cancel)
    {
        var own = await db.OwnStaffAsync(viewer.PartnershipId, cancel, viewer.UserId);
        return await db.CourseRuns.VisibleTo(viewer, db).Where(r => r.Id == runId)
            .Join(db.Bookings, r => r.Id, b => b.RunId, (r, b) => b)
            .Where(b => b.State == BookingState.Booked || b.State == BookingState.Attended || b.State == BookingState.PartAttended
                || b.State == BookingState.DidNotAttend || b.State == BookingState.Excused)
            .Join(db.Staff, b => b.StaffId, s => s.Id, (b, s) => new { b, s.Name }).OrderBy(x => NameSearch.Folded(x.Name))
            .ThenBy(x => x.b.Id)
            .Select(x => new Row(x.b.Id, x.Name, db.Agencies.Where(a => a.Id == x.b.AgencyId).Select(a => a.Name).First(), x.b.State,
                own.Contains(x.b.StaffId)))
            .ToListAsync(cancel);
    }
}
