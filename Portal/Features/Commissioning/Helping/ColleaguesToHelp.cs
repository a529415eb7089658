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
        var (here, helping) = (Of(request), request.Helpers.Select(h => h.UserId).ToList());
        var people = await db.Users.Where(u => helping.Contains(u.Id) || here.Any(h => h.Id == u.Id))
            .Select(u => new { u.Id, u.Name, IsHere = here.Any(h => h.Id == u.Id) }).OrderBy(u => NameSearch.Folded(u.Name))
            .ThenBy(u => u.Id).ToListAsync(cancel);
        return [.. people.Select(p => new Row(p.Id, p.Name, request.PartsOf(p.Id), p.IsHere))];
    }

    /// <summary>Nobody where the partnership itself asks: it has no staff of its own here.</summary>
    internal IQueryable<PortalUser> Of(CommissioningRequest request)
    {
        var colleagues = db.Memberships.CurrentOn(db, clock.Today).Where(m => m.AgencyId != null && m.AgencyId == request.AgencyId
            && (m.Role == Role.Learner || m.Role == Role.LineManager));
        return db.Users.Where(u => colleagues.Any(m => m.UserId == u.Id));
    }
}
