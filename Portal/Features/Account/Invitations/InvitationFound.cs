using Microsoft.EntityFrameworkCore;
using Portal.Components;
using Portal.Data;
using Portal.Security;

namespace Portal.Features.Account.Invitations;

/// <summary>
/// What an invitation is for; or, when it cannot be used, what is missing, so that the person knows whom to ask for what.
/// </summary>
public sealed class InvitationFound(PortalDb db, OneTimeLinks links, UkClock clock)
{
    /// <param name="Missing">A sentence; null when the invitation can be accepted.</param>
    public sealed record Found(string? Email, string? Name, IReadOnlyList<string> Roles, string? SupportEmail, string? Missing);

    public async Task<Found> RunAsync(string? code, CancellationToken cancel)
    {
        var link = await links.FindAsync(code, LinkPurpose.Invitation, cancel);
        if (link is null) return new(null, null, [], null, "The link is not whole. Open it from the message again, or copy all of it.");
        var today = clock.Today;
        var user = await db.Users.AsNoTracking().SingleAsync(u => u.Id == link.UserId, cancel);
        var roles = await db.Memberships.AsNoTracking().Where(m => m.UserId == user.Id).OrderByDescending(m => m.From).Select(m => new
        {
            m.Role, IsCurrent = db.Memberships.NotOverOn(db, today).Any(n => n.Id == m.Id),
            Place = db.Agencies.Where(a => a.Id == m.AgencyId).Select(a => a.Name).FirstOrDefault()
                ?? db.Bodies.Where(b => b.Id == m.BodyId).Select(b => b.Name).FirstOrDefault(),
            Support = db.Partnerships.Where(p => p.Id == m.PartnershipId).Select(p => p.SupportEmail).First(),
        }).ToListAsync(cancel);
        var current = roles.Where(r => r.IsCurrent).Select(r => r.Place is null ? r.Role.Words() : $"{r.Role.Words()}, {r.Place}").ToList();
        var missing = (link, user.PasswordHash, current.Count) switch
        {
            (_, not null, _) => "It was already accepted.",
            ({ ClosedAt: not null }, _, _) => "A newer one was sent since. Look for the latest message.",
            var (l, _, _) when !l.IsOpenAt(clock.Now) => $"It could be used until {UkClock.DayOf(l.ExpiresAt).Words()}.",
            (_, _, 0) => "The role it was for has ended since.",
            _ => null,
        };
        return new(user.Email, user.Name == user.Email ? null : user.Name, current, roles.FirstOrDefault()?.Support, missing);
    }
}
