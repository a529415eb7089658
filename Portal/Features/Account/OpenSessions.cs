using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Account;

/// <summary>Where someone is signed in at this moment, the newest first.</summary>
public sealed class OpenSessions(PortalDb db, UkClock clock)
{
    public sealed record Row(Id<UserSession> Id, string Browser, string? Address, DateTime StartedAt, DateTime LastSeenAt);

    public async Task<IReadOnlyList<Row>> RunAsync(Id<User> userId, CancellationToken cancel)
    {
        var now = clock.Now;
        var earliest = now - UserSession.Longest;
        var open = await (
            from session in db.UserSessions.AsNoTracking().Where(s => s.UserId == userId && s.ClosedAt == null && s.StartedAt > earliest)
            from membership in db.Memberships.Where(m => m.Id == session.MembershipId).DefaultIfEmpty()
            orderby session.StartedAt descending, session.Id descending
            select new { session, Role = (Role?)membership!.Role }).ToListAsync(cancel);
        return [.. open.Where(o => o.session.IsOpenAt(now, o.Role)).Select(o => o.session)
            .Select(s => new Row(s.Id, s.Browser, s.Address, s.StartedAt, s.LastSeenAt))];
    }
}
