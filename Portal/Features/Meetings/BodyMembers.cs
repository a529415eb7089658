using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Meetings;

/// <summary>A body and who sits on it today, by office.</summary>
public sealed class BodyMembers(PortalDb db, UkClock clock)
{
    public sealed record Member(string Name, Role Role, DateOnly Since);
    public sealed record Details(string Name, string ShortName, int MeetsEveryMonths, IReadOnlyList<Member> Members);

    public async Task<Details?> RunAsync(Viewer viewer, Id<Body> bodyId, CancellationToken cancel)
    {
        var today = clock.Today;
        var body = await db.Bodies.AsNoTracking().OfPartnership(viewer).SingleOrDefaultAsync(b => b.Id == bodyId, cancel);
        return body is null ? null
            : new(body.Name, body.ShortName, body.MeetsEveryMonths, [.. (await db.Memberships.OfPartnership(viewer).CurrentOn(db, today)
                .Where(m => m.BodyId == bodyId)
                .Join(db.Users, m => m.UserId, u => u.Id, (m, u) => new Member(u.Name, m.Role, m.From)).ToListAsync(cancel))
                .OrderBy(m => m.Role).ThenBy(m => m.Name, StringComparer.CurrentCulture)]);
    }
}
