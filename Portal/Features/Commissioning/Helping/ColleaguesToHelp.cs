using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Commissioning.Helping;

/// <summary>
/// People at the agency of a request who can sign in and are not its leads, and which parts are shared out to each; with whoever else has
/// parts of it, and has left meanwhile.
/// </summary>
public sealed class ColleaguesToHelp(PortalDb db, UkClock clock)
{
    /// <param name="IsHere">False for somebody who has left: parts can be taken back from them, and none be given.</param>
    public sealed record Row(Id<User> Id, string Name, IReadOnlyList<RequestPart> Parts, bool IsHere);

    public async Task<IReadOnlyList<Row>> RunAsync(CommissioningRequest request, CancellationToken cancel)
    {
        var here = await Of(request).OrderBy(u => NameSearch.Folded(u.Name)).ThenBy(u => u.Id).Select(u => new { u.Id, u.Name })
            .ToListAsync(cancel);
        var left = request.Helpers.Select(h => h.UserId).Except(here.Select(u => u.Id)).ToList();
        var gone = left.Count == 0 ? [] : await db.Users.Where(u => left.Contains(u.Id)).OrderBy(u => u.Name)
            .Select(u => new { u.Id, u.Name }).ToListAsync(cancel);
        return
        [
            .. here.Select(p => new Row(p.Id, p.Name, request.PartsOf(p.Id), true)),
            .. gone.Select(p => new Row(p.Id, p.Name, request.PartsOf(p.Id), false)),
        ];
    }

    /// <summary>Nobody where the partnership itself asks: it has no staff of its own here.</summary>
    internal IQueryable<PortalUser> Of(CommissioningRequest request)
    {
        var colleagues = db.Memberships.CurrentOn(db, clock.Today).Where(m => m.AgencyId != null && m.AgencyId == request.AgencyId
            && (m.Role == Role.Learner || m.Role == Role.LineManager));
        return db.Users.Where(u => colleagues.Select(m => m.UserId).Contains(u.Id));
    }
}
