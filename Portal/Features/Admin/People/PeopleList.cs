using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Admin.People;

/// <summary>Everyone who has, or had, a role in the partnership, and whether they can sign in.</summary>
public sealed class PeopleList(PortalDb db, UkClock clock)
{
    /// <param name="State">In words; null for someone who can sign in and needs nothing.</param>
    public sealed record Row(Id<User> Id, string Name, string Email, IReadOnlyList<string> Roles, string? State);

    /// <param name="held">Only those with a role today or to come, or only those without one any more; null for all.</param>
    public async Task<Page<Row>> RunAsync(Viewer viewer, string? search, bool? held, int page, CancellationToken cancel)
    {
        var members = db.Memberships.OfPartnership(viewer);
        var users = db.Users.AsNoTracking().Where(u => members.Any(m => m.UserId == u.Id));
        var holders = members.NotOverOn(db, clock.Today).Select(m => m.UserId);
        if (held is { } wanted) users = users.Where(u => holders.Contains(u.Id) == wanted);
        if (search is not null)
        {
            var words = search.ToUpperInvariant();
            users = users.Where(u => u.NormalizedEmail!.Contains(words) || u.Name.ToUpper().Contains(words));
        }
        var found = await users.OrderBy(u => NameSearch.Folded(u.Name)).ThenBy(u => u.Id).ToPageAsync(page, cancel);
        var ids = found.Rows.Select(u => u.Id).ToList();
        var roles = (await MembershipRow.Of(db, members.Where(m => ids.Contains(m.UserId)), clock.Today).ToListAsync(cancel))
            .ToLookup(m => m.UserId);
        var invitations = (await db.OneTimeLinks.AsNoTracking().Where(l => ids.Contains(l.UserId) && l.Purpose == LinkPurpose.Invitation)
            .ToListAsync(cancel))
            .ToLookup(l => l.UserId);
        return new([.. found.Rows.Select(u => new Row(u.Id, u.Name, u.Email!,
            [.. roles[u.Id].Where(m => m.IsCurrent).Select(m => m.Words)], AccountState.Words(u, invitations[u.Id], clock.Now)))],
            found.Number, found.Total);
    }
}
