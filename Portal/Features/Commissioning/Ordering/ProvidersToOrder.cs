using Microsoft.EntityFrameworkCore;
using Portal.Components.GovUk;
using Portal.Data;

namespace Portal.Features.Commissioning.Ordering;

/// <summary>The register of providers, from whom an order can be made.</summary>
public sealed class ProvidersToOrder(PortalDb db)
{
    public async Task<IReadOnlyList<Choice>> RunAsync(Viewer viewer, CancellationToken cancel) =>
        [.. (await db.Providers.OfPartnership(viewer).OrderBy(p => NameSearch.Folded(p.Name)).ThenBy(p => p.Id)
            .Select(p => new { p.Id, p.Name }).ToListAsync(cancel)).Select(p => new Choice($"{p.Id}", p.Name))];
}
