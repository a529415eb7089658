using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Outbox;

namespace Portal.Features.Courses.Places;

/// <summary>
/// Tells everyone whose booking changed, once for each change: the person, and whoever has to agree. Nobody is told of a date that has
/// begun; and of one that is cancelled whoever cancels it tells everyone.
/// </summary>
public sealed class TellOfBookings(PortalDb db, PortalAddress portal, UkClock clock)
{
    /// <param name="Where">As those are told who come.</param>
    private sealed record Known(string Course, string Where, (string Name, string Email) Organiser);

    public async Task RunAsync(CourseRun run, RunPlaces places, IReadOnlyList<PlacesOfRun.Changed> changed, CancellationToken cancel)
    {
        if (changed.Count == 0 || run.State != RunState.Published || run.StartsAt <= clock.Now) return;
        var known = await KnownAsync(run, cancel);
        var ids = changed.Select(c => c.Booking.StaffId).Distinct().ToList();
        var people = await db.Staff.AsNoTracking().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, cancel);
        foreach (var change in changed)
        {
            var (booking, person) = (change.Booking, people[change.Booking.StaffId]);
            if (person.Email is { } email && MailFor(change, run, places, known, person.Name, email) is { } mail) db.Enqueue(mail);
            if (booking.State != BookingState.AwaitingManager) continue;
            foreach (var (name, address) in await WhoAgreesAsync(booking, cancel))
                db.Enqueue(new PlaceToAgreeMail(
                    About(booking, run, known), person.Name, booking.AnswerBy!.Value, booking.Price, change.Code!, name, address));
        }
    }

    /// <summary>Until when cancelling is free, and what it costs from then on.</summary>
    public static string Terms(CourseRun run) => run.LateFee == Money.Zero
        ? "If you cannot come, please cancel: it costs nothing, and someone else can have the place."
        : $"You can cancel free of charge until {Words.Instant(run.LateFrom)}. After that your agency is charged {run.LateFee}.";

    /// <summary>What messages say of a booking’s date.</summary>
    public static BookingMail.Of About(Booking booking, CourseRun run, string course, string where) =>
        new(booking.Id, booking.Version, course, [.. run.Sessions.Select(s => s.Hours.Words())], where);

    private static BookingMail.Of About(Booking booking, CourseRun run, Known known) => About(booking, run, known.Course, known.Where);

    private IMail? MailFor(PlacesOfRun.Changed change, CourseRun run, RunPlaces places, Known known, string name, string email)
    {
        var booking = change.Booking;
        var about = About(booking, run, known);
        var entry = CalendarEntry.Of(booking, run, known.Where, portal, known.Organiser, (name, email), clock.Now);
        return booking.State switch
        {
            BookingState.Booked => new BookedMail(about, Terms(run), run.JoiningInstructions, entry.Request(), name, email),
            BookingState.Waiting => new WaitingMail(about, places.PositionOf(booking)!.Value, name, email),
            BookingState.Offered => new PlaceOfferedMail(about, booking.AnswerBy!.Value, change.Code!, name, email),
            BookingState.AwaitingManager => new ManagerAskedMail(about, booking.AnswerBy!.Value, name, email),
            BookingState.Declined => new NotAgreedMail(about, booking.Events[^1].Step == BookingStep.ManagerDeclined, name, email),
            // Whoever turns an offer down need not be told that they did.
            BookingState.Lapsed => booking.Events[^1].Step == BookingStep.Lapsed ? new OfferLapsedMail(about, name, email) : null,
            BookingState.Cancelled or BookingState.Substituted => new BookingCancelledMail(
                about, booking.State == BookingState.Substituted, change.Before == BookingState.Waiting, booking.Charge(run),
                change.Before == BookingState.Booked ? entry.Cancel() : null, name, email),
            _ => null,
        };
    }

    private async Task<Known> KnownAsync(CourseRun run, CancellationToken cancel)
    {
        var known = await (from course in db.Courses
                           where course.Id == run.CourseId
                           join partnership in db.Partnerships on course.PartnershipId equals partnership.Id
                           from venue in db.Venues.Where(v => v.Id == run.VenueId).DefaultIfEmpty()
                           select new { course.Title, course.Mode, partnership.ShortName, partnership.SupportEmail, Venue = venue })
            .AsNoTracking().SingleAsync(cancel);
        return new(known.Title, SessionWords.Where(known.Venue, known.Mode), (known.ShortName, known.SupportEmail));
    }

    /// <summary>The line managers of the person at the agency; its training leads where none is in post who can be written to.</summary>
    private async Task<IReadOnlyList<(string Name, string Email)>> WhoAgreesAsync(Booking booking, CancellationToken cancel)
    {
        var here = db.Posts.CurrentOn(clock.Today).Where(p => p.AgencyId == booking.AgencyId);
        var managers = await db.Staff.Where(s => s.Email != null && here.Any(p => p.StaffId == s.Id)
            && here.Any(p => p.StaffId == booking.StaffId && p.ManagerId == s.Id)).Select(s => new { s.Name, s.Email }).ToListAsync(cancel);
        return managers.Count > 0 ? [.. managers.Select(m => (m.Name, m.Email!))]
            : await db.LeadsOrSupportAsync(
                booking.PartnershipId, db.Agencies.Where(a => a.Id == booking.AgencyId).Select(a => a.Id), clock.Today, cancel);
    }
}
