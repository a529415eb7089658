using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Outbox;

namespace Portal.Security;

/// <summary>Makes links that work once, and finds what they were made for.</summary>
public sealed class OneTimeLinks(PortalDb db, UkClock clock, PortalAddress address)
{
    /// <summary>
    /// The address to send; the row is saved with whatever else is in hand. Older links for the same purpose stop working.
    /// </summary>
    public async Task<string> MakeAsync(Id<User> userId, LinkPurpose purpose, CancellationToken cancel)
    {
        await db.CloseLinksAsync(userId, purpose, clock.Now, cancel);
        var (link, code) = OneTimeLink.New(userId, purpose, clock.Now);
        db.OneTimeLinks.Add(link);
        return address.Of($"/Account/{(purpose == LinkPurpose.Invitation ? "Invitation" : "NewPassword")}?code={code}");
    }

    /// <summary>The link with this code, used or not; null when there never was one.</summary>
    public Task<OneTimeLink?> FindAsync(string? code, LinkPurpose purpose, CancellationToken cancel)
    {
        var hash = OneTimeLink.HashOf(code ?? "");
        return db.OneTimeLinks.SingleOrDefaultAsync(l => l.Hash == hash && l.Purpose == purpose, cancel);
    }

    /// <summary>The link with this code if it can still be used; refuses otherwise.</summary>
    public async Task<OneTimeLink> OpenAsync(string? code, LinkPurpose purpose, CancellationToken cancel) =>
        await FindAsync(code, purpose, cancel) is { } link && link.IsOpenAt(clock.Now) ? link
            : throw new Refused("This link no longer works. Ask for a new one");
}
