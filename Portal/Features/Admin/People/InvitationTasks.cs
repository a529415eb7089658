using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Hubs;

namespace Portal.Features.Admin.People;

/// <summary>For the administrator: people who cannot come in, because their invitation ended first.</summary>
public sealed class InvitationTasks(PortalDb db, UkClock clock) : ITasks
{
    public int Order => 170;
    public Permission? Needs => Permission.ManagePeople;

    public async Task<IReadOnlyList<HomeTask>> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        if (viewer.Role != Role.SystemAdministrator) return [];
        var now = clock.Now;
        var members = db.Memberships.OfPartnership(viewer).NotOverOn(db, clock.Today);
        var links = db.OneTimeLinks.Where(l => l.Purpose == LinkPurpose.Invitation && l.ClosedAt == null && l.ExpiresAt > now);
        var ended = await db.Users.CountAsync(
            u => u.PasswordHash == null && members.Any(m => m.UserId == u.Id) && !links.Any(l => l.UserId == u.Id), cancel);
        return ended == 0 ? []
            : [new($"Send {Words.Count(ended, "invitation")} again", "/Admin/People", null, "They ended before they were accepted")];
    }
}
