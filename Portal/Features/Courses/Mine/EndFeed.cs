using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Courses.Mine;

/// <summary>Switches the viewer’s calendar address off; nothing happens where there is none.</summary>
public sealed class EndFeed(PortalDb db)
{
    public async Task RunAsync(Viewer viewer, CancellationToken cancel)
    {
        viewer.Require(Permission.BookPlaces);
        if (await db.CalendarFeeds.OwnOf(viewer).SingleOrDefaultAsync(cancel) is not { } feed) return;
        db.CalendarFeeds.Remove(feed);
        await db.SaveAsync(viewer, "Switched an address for a calendar off", cancel);
    }
}
