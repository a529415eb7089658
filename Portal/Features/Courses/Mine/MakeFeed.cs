using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Outbox;

namespace Portal.Features.Courses.Mine;

/// <summary>Makes the address by which a calendar reads the viewer’s places; the one that they had before dies.</summary>
public sealed class MakeFeed(PortalDb db, PortalAddress portal, UkClock clock)
{
    /// <returns>The whole address, which is known here and nowhere else.</returns>
    public async Task<string> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        viewer.Require(Permission.BookPlaces);
        if (viewer is not { UserId: { } user, StaffId: { } self })
            throw new Refused("You are on no staff list, so there are no bookings of yours for a calendar to read");
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        var hash = OneTimeLink.HashOf(secret);
        await db.TransactAsync(viewer, "Made an address for a calendar", async () =>
        {
            await db.HoldAsync(self, cancel);
            var feed = await db.CalendarFeeds.OwnOf(viewer).SingleOrDefaultAsync(cancel);
            if (feed is null) db.CalendarFeeds.Add(CalendarFeed.Of(viewer.PartnershipId, user, self, hash, clock.Now));
            else feed.Renew(hash, clock.Now);
        }, cancel);
        return portal.Of($"/Courses/Feed/{secret}.ics");
    }
}
