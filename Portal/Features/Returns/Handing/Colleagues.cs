using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Returns.Handing;

/// <summary>People at the agency of a return who can sign in and are not its lead, and what is shared with each.</summary>
public sealed class Colleagues(PortalDb db, UkClock clock)
{
    public sealed record Row(Id<User> Id, string Name, IReadOnlyList<ReturnSection> Sections);

    public async Task<IReadOnlyList<Row>> RunAsync(AgencyReturn agencyReturn, CancellationToken cancel)
    {
        var shares = (await db.ReturnShares.Where(s => s.ReturnId == agencyReturn.Id).ToListAsync(cancel))
            .ToLookup(s => s.UserId, s => s.Section);
        var people = await db.ColleaguesAt(agencyReturn.AgencyId, clock.Today).OrderBy(u => NameSearch.Folded(u.Name)).ThenBy(u => u.Id)
            .Select(u => new { u.Id, u.Name }).ToListAsync(cancel);
        return [.. people.Select(p => new Row(p.Id, p.Name, [.. shares[p.Id].Order()]))];
    }
}
