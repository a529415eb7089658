using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Agencies.Closing;

/// <summary>The open agencies that could carry on the work of one that closes.</summary>
public sealed class OtherAgencies(PortalDb db, UkClock clock)
{
    public sealed record Option(Id<Agency> Id, string Name);

    public async Task<IReadOnlyList<Option>> RunAsync(Viewer viewer, Id<Agency> except, CancellationToken cancel) =>
        await db.Agencies.VisibleTo(viewer, Permission.GovernAgencies).OpenOn(clock.Today).Where(a => a.Id != except)
            .OrderBy(a => NameSearch.Folded(a.Name)).Select(a => new Option(a.Id, a.Name)).ToListAsync(cancel);
}
