using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Hubs;

namespace Portal.Features.Agencies.AtHome;

/// <summary>What a new partnership still lacks before any agency can begin.</summary>
public sealed class BeginTasks(PortalDb db) : ITasks
{
    public int Order => 20;
    public Permission? Needs => Permission.GovernAgencies;

    public async Task<IReadOnlyList<HomeTask>> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        if (!await db.Phases.OfPartnership(viewer).AnyAsync(cancel))
            return [new("Add the first phase", "/Agencies/Phases", null,
                "Agencies begin in phases. Nothing is due from an agency before its phase begins")];
        if (!await db.Agencies.OfPartnership(viewer).AnyAsync(cancel))
            return [new("Add the first agency", "/Agencies/Add", null,
                "Then invite its leads, who bring in the staff list and the training records")];
        return [];
    }
}
