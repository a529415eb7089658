using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Tests.Support.Courses;

/// <summary>A date that can be booked, and a place on another that is offered to someone and waits for their answer.</summary>
internal static class MadeUpBooking
{
    public static async Task<(Guid Run, Guid Booking)> WriteAsync(PortalDb db, Id<Agency> agencyId, Id<StaffMember> person)
    {
        var agency = await db.Agencies.SingleAsync(a => a.Id == agencyId);
        var framework = (await db.Partnerships.SingleAsync(p => p.Id == agency.PartnershipId)).FrameworkCode;
        var other = Given.Staff(agency, $"Someone {Id<StaffMember>.New()}");
        var (provider, course) = BookingDesk.Course(agency.PartnershipId, framework);
        var (open, full) = (BookingDesk.Run(course, places: 50), BookingDesk.Run(course, places: 1, day: new(2026, 12, 15)));
        var (system, now) = (Viewer.System(agency.PartnershipId), new TestClock().Now);
        var places = new RunPlaces(full, [], now);
        var first = places.Ask(system, other.Id, agencyId, Money.Zero, managerAgrees: false);
        var offered = places.Ask(system, person, agencyId, Money.Zero, managerAgrees: false);
        first.Cancel(full, system, now);
        places.OfferFree(system);
        db.AddRange(other, provider, course, open, full, first, offered);
        await db.SaveAsync(system, "Prepared a test", CancellationToken.None);
        return (open.Id.Value, offered.Id.Value);
    }

    /// <summary>Of the borough's learner, who works at the training lead's agency, and of someone of another.</summary>
    public static async Task<((Guid Run, Guid Booking) Own, Guid Theirs)> OfBoroughAsync(
        PortalDb db, Id<Agency> own, Id<Agency> other, Id<StaffMember> theirs)
    {
        var email = Portal.Data.Seeding.DemoPeople.Email[Role.Learner];
        var learner = (await db.Memberships.FirstAsync(m => m.StaffId != null && m.Role == Role.Learner
            && db.Users.Any(u => u.Id == m.UserId && u.Email == email))).StaffId!.Value;
        return (await WriteAsync(db, own, learner), (await WriteAsync(db, other, theirs)).Booking);
    }
}
