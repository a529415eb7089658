using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Reports.Sending;

/// <summary>To whom an edition goes, as things are today: everyone whose current role acknowledges editions, each person once.</summary>
public sealed class EditionAudience(PortalDb db, UkClock clock)
{
    /// <param name="Office">All roles in which they receive it.</param>
    /// <param name="Agencies">Where they act for an agency, in whatever role; empty when nowhere.</param>
    public sealed record Row(Id<User> Id, string Name, string Email, string Office, string Agencies);

    public async Task<IReadOnlyList<Row>> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        var people = await db.Memberships.OfPartnership(viewer).WhoAcknowledge().PeopleOnAsync(db, clock.Today, cancel);
        var ids = people.Select(p => p.Id).Distinct().ToList();
        var agencies = (await db.Memberships.OfPartnership(viewer).CurrentOn(db, clock.Today).Where(m => ids.Contains(m.UserId))
            .Join(db.Agencies, m => m.AgencyId, a => a.Id, (m, a) => new { m.UserId, a.Name }).Distinct().OrderBy(a => a.Name)
            .ToListAsync(cancel)).ToLookup(a => a.UserId, a => a.Name);
        return
        [
            .. people.GroupBy(p => p.Id).Select(roles => (Person: roles.First(), Roles: roles.Select(r => r.Role.Words()).Distinct()))
                .Select(p => new Row(p.Person.Id, p.Person.Name, p.Person.Email, string.Join(", ", p.Roles),
                    string.Join(", ", agencies[p.Person.Id])))
                .OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Id),
        ];
    }
}
