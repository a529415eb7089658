using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Admin.People;

/// <summary>Where a role can be held: open agencies, providers of training, bodies of the right kind, or nowhere in particular.</summary>
public sealed class PlacesForRole(PortalDb db, UkClock clock)
{
    public sealed record Place(Guid Id, string Name);

    public async Task<IReadOnlyList<Place>> RunAsync(Viewer viewer, Role role, CancellationToken cancel)
    {
        if (role.NeedsAgency())
        {
            var today = clock.Today;
            return [.. (await db.Agencies.AsNoTracking().OfPartnership(viewer).OpenOn(today).OrderBy(a => NameSearch.Folded(a.Name))
                .Select(a => new { a.Id, a.Name }).ToListAsync(cancel)).Select(a => new Place(a.Id.Value, a.Name))];
        }
        if (role.NeedsProvider())
            return [.. (await db.Providers.AsNoTracking().OfPartnership(viewer).OrderBy(p => NameSearch.Folded(p.Name))
                .Select(p => new { p.Id, p.Name }).ToListAsync(cancel)).Select(p => new Place(p.Id.Value, p.Name))];
        if (!role.NeedsBody()) return [];
        var bodies = await db.Bodies.AsNoTracking().OfPartnership(viewer).OrderBy(b => NameSearch.Folded(b.Name)).ToListAsync(cancel);
        return [.. bodies.Where(b => role.SitsOn(b.Kind)).Select(b => new Place(b.Id.Value, b.Name))];
    }
}
