using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Commissioning.Helping;

/// <summary>
/// People at the agency of a request who can sign in and are not its leads, by name; and who has parts of it, with whoever has left
/// meanwhile.
/// </summary>
public sealed class ColleaguesToHelp(PortalDb db, UkClock clock)
{
    public sealed record Row(Id<User> Id, string Name);

    /// <param name="IsHere">False for somebody who has left: parts can be taken back from them, and none be given.</param>
    public sealed record Helper(Id<User> Id, string Name, IReadOnlyList<RequestPart> Parts, bool IsHere);

    public Task<Page<Row>> RunAsync(CommissioningRequest request, string? search, int page, CancellationToken cancel)
    {
        var colleagues = Of(request);
        if (search is not null) colleagues = colleagues.Where(NameSearch.For(search).Of((PortalUser u) => u.Name));
        return colleagues.OrderBy(u => NameSearch.Folded(u.Name)).ThenBy(u => u.Id).Select(u => new Row(u.Id, u.Name))
            .ToPageAsync(page, cancel);
    }

    /// <summary>Who has parts of it: those who are there by name, then those who have left.</summary>
    public async Task<IReadOnlyList<Helper>> HelpersAsync(CommissioningRequest request, CancellationToken cancel)
    {
        var ids = request.Helpers.Select(h => h.UserId).Distinct().ToList();
        if (ids.Count == 0) return [];
        var here = await Of(request).Where(u => ids.Contains(u.Id)).Select(u => u.Id).ToListAsync(cancel);
        var helpers = await db.Users.Where(u => ids.Contains(u.Id)).OrderBy(u => NameSearch.Folded(u.Name)).ThenBy(u => u.Id)
            .Select(u => new { u.Id, u.Name }).ToListAsync(cancel);
        return [.. helpers.Select(h => new Helper(h.Id, h.Name, request.PartsOf(h.Id), here.Contains(h.Id))).OrderBy(h => !h.IsHere)];
    }

    /// <summary>Nobody where the partnership itself asks: it has no staff of its own here.</summary>
    internal IQueryable<PortalUser> Of(CommissioningRequest request) => db.ColleaguesAt(request.AgencyId, clock.Today);
}
