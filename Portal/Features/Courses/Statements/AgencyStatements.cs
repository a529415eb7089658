using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Courses.Statements;

/// <summary>An agency, statement by statement. Null when its results may not be seen, or no framework is in force.</summary>
public sealed class AgencyStatements(PortalDb db, StatementFigures figures)
{
    public sealed record Details(Id<Agency> Id, string Name, StatementFigures.Found Figures);

    public async Task<Details?> RunAsync(Viewer viewer, Id<Agency> agencyId, CancellationToken cancel)
    {
        if (!viewer.May(Permission.ReadResults, agencyId)) return null;
        var name = await db.Agencies.VisibleTo(viewer).Where(a => a.Id == agencyId).Select(a => a.Name).SingleOrDefaultAsync(cancel);
        return name is not null && await figures.RunAsync(viewer, agencyId, cancel) is { } found ? new(agencyId, name, found) : null;
    }
}
