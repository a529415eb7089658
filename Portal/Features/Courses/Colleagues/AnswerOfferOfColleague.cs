using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Courses.Places;

namespace Portal.Features.Courses.Colleagues;

/// <summary>Takes or turns down a place that is offered to someone for whom the viewer books, by the rules that hold for them.</summary>
public sealed class AnswerOfferOfColleague(PortalDb db, AnswerOffer answer, UkClock clock)
{
    public async Task RunAsync(Viewer viewer, Id<Booking> bookingId, bool accept, CancellationToken cancel)
    {
        var offered = await db.Bookings.AsNoTracking().BookedForBy(viewer, db, clock.Today).Where(b => b.Id == bookingId)
            .OneOrRefuseAsync("This booking is not within your reach", null, cancel);
        var self = await db.OwnStaffAsync(viewer.PartnershipId, cancel, viewer.UserId);
        var manages = await db.Posts.BookedForBy(viewer, offered.AgencyId, clock.Today)
            .AnyAsync(p => p.StaffId == offered.StaffId && p.ManagerId != null && self.Contains(p.ManagerId.Value), cancel);
        await answer.RunAsync(viewer, offered, accept, manages, cancel);
    }
}
