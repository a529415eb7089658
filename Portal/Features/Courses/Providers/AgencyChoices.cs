using Microsoft.EntityFrameworkCore;
using Portal.Components.GovUk;
using Portal.Data;

namespace Portal.Features.Courses.Providers;

/// <summary>Agencies that a provider may be: those that are open, and the one that it is.</summary>
public sealed class AgencyChoices(PortalDb db, UkClock clock)
{
    public async Task<IReadOnlyList<Choice>> RunAsync(Viewer viewer, Id<Agency>? chosen, CancellationToken cancel)
    {
        var today = clock.Today;
        return [.. (await db.Agencies.OfPartnership(viewer).Where(a => a.ClosedOn == null || a.ClosedOn > today || a.Id == chosen)
            .OrderBy(a => NameSearch.Folded(a.Name)).ThenBy(a => a.Id).Select(a => new { a.Id, a.Name }).ToListAsync(cancel))
            .Select(a => new Choice($"{a.Id}", a.Name))];
    }
}
