using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Outbox;

namespace Portal.Features.Courses.Certificates;

/// <summary>The certificate of a place whose holder is within the viewer's reach; null when there is none.</summary>
public sealed class CertificateView(PortalDb db, CertificateFacts facts, PortalAddress address, UkClock clock)
{
    /// <param name="Address">Where anyone can ask whether it is genuine.</param>
    public sealed record Details(string Person, string Partnership, string Code, string Address, CertificateFacts.Facts Facts);

    public async Task<Details?> RunAsync(Viewer viewer, Id<Booking> bookingId, CancellationToken cancel)
    {
        var today = clock.Today;
        var found = await (
            from certificate in db.Certificates.OfPartnership(viewer)
            join booking in db.Bookings on certificate.BookingId equals booking.Id
            join person in db.Staff.VisibleTo(viewer, db, today) on booking.StaffId equals person.Id
            join partnership in db.Partnerships on certificate.PartnershipId equals partnership.Id
            where booking.Id == bookingId
            orderby certificate.IssuedOn descending, certificate.Id descending
            select new { Certificate = certificate, Person = person.Name, Partnership = partnership.Name }).FirstOrDefaultAsync(cancel);
        return found is null ? null : new(found.Person, found.Partnership, found.Certificate.Code,
            address.Of($"/Certificates?code={found.Certificate.Code}"), await facts.RunAsync(found.Certificate, cancel));
    }
}
