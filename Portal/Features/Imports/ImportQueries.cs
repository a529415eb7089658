using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Imports;

internal static class ImportQueries
{
    /// <summary>The import of an agency that must end before another begins.</summary>
    public static Expression<Func<Import, bool>> UnderWay(Id<Agency> agencyId) => i => i.AgencyId == agencyId
        && (i.State == ImportState.Uploaded || i.State == ImportState.Checking || i.State == ImportState.Ready || i.State == ImportState.Queued || i.State == ImportState.Undoing);

    /// <summary>An import to change, of the version the person saw. Refused when it is gone or has moved on.</summary>
    public static async Task<Import> ForChangeAsync(this PortalDb db, Viewer viewer, Id<Import> importId, int seen, CancellationToken cancel)
    {
        var import = await db.Imports.VisibleTo(viewer).Include(i => i.Columns).SingleOrDefaultAsync(i => i.Id == importId, cancel) ?? throw new Refused("This import is no longer there");
        Refused.IfStale(import, seen);
        return import;
    }
}
