using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Courses.Places;

/// <summary>What the link in a message about a booking asks; null when it was never sent, or can no longer be used.</summary>
public sealed class AskedByLink(PortalDb db, UkClock clock)
{
    /// <param name="Person">Whose booking it is.</param>
    public sealed record Found(
        Id<Booking> Id, Id<CourseRun> RunId, Id<Partnership> PartnershipId, Id<Agency> AgencyId, Id<StaffMember> StaffId, string Person,
        string Course, IReadOnlyList<string> When, string Where, DateTime Until, Money Price, string Terms);

    /// <param name="state">What waits for an answer: an offer, or a line manager.</param>
    public async Task<Found?> RunAsync(string? code, BookingState state, CancellationToken cancel)
    {
        var (hash, now) = (OneTimeLink.HashOf(code ?? ""), clock.Now);
        var booking = await db.Bookings.AsNoTracking()
            .SingleOrDefaultAsync(b => b.LinkHash == hash && b.State == state && b.AnswerBy > now, cancel);
        if (booking is null) return null;
        var run = await db.CourseRuns.AsNoTracking().Include(r => r.Sessions).SingleAsync(r => r.Id == booking.RunId, cancel);
        var course = await db.Courses.Where(c => c.Id == run.CourseId).Select(c => new { c.Title, c.Mode }).SingleAsync(cancel);
        var venue = run.VenueId is null ? null : await db.Venues.AsNoTracking().SingleAsync(v => v.Id == run.VenueId, cancel);
        var person = await db.Staff.Where(s => s.Id == booking.StaffId).Select(s => s.Name).SingleAsync(cancel);
        return new(booking.Id, run.Id, run.PartnershipId, booking.AgencyId, booking.StaffId, person, course.Title,
            [.. run.Sessions.Select(s => s.Hours.Words())], SessionWords.Where(venue, course.Mode), booking.AnswerBy!.Value, booking.Price,
            TellOfBookings.Terms(run));
    }
}
