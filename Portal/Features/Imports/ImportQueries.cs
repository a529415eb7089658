using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Files;

namespace Portal.Features.Imports;

internal static class ImportQueries
{
    /// <summary>The import of an agency that must end before another begins.</summary>
    private static Expression<Func<Import, bool>> UnderWay(Id<Agency> agencyId) => i => i.AgencyId == agencyId
        && (i.State == ImportState.Uploaded || i.State == ImportState.Checking || i.State == ImportState.Ready
            || i.State == ImportState.Queued || i.State == ImportState.Undoing);

    public static Task<Import?> UnderWayAsync(this PortalDb db, Id<Agency> agencyId, CancellationToken cancel) =>
        db.Imports.SingleOrDefaultAsync(UnderWay(agencyId), cancel);

    /// <summary>Removes the people that a file has staged.</summary>
    public static Task DropRowsAsync(this PortalDb db, Import import, CancellationToken cancel) =>
        db.ImportRows.Where(r => r.ImportId == import.Id).ExecuteDeleteAsync(cancel);

    /// <summary>
    /// Removes a file, with its bytes unless another has the same, and all that was read from it: once it is discarded, the
    /// people in it are nobody's business. Must be the first act of a transaction.
    /// </summary>
    public static async Task DropAsync(this PortalDb db, FileStore files, Import import, CancellationToken cancel)
    {
        await files.RemoveAsync(db.Files.Where(f => f.Id == import.FileId), cancel);
        await db.DropRowsAsync(import, cancel);
        await db.ImportPairs.Where(p => p.ImportId == import.Id).ExecuteDeleteAsync(cancel);
        await db.ImportTerms.Where(t => t.ImportId == import.Id).ExecuteDeleteAsync(cancel);
        await db.ImportColumns.Where(c => c.ImportId == import.Id).ExecuteDeleteAsync(cancel);
    }

    /// <summary>An import to change, of the version the person saw. Refused when it is gone or has moved on.</summary>
    public static async Task<Import> ForChangeAsync(
        this PortalDb db, Viewer viewer, Id<Import> importId, int seen, CancellationToken cancel)
    {
        var import = await db.Imports.VisibleTo(viewer).Include(i => i.Columns).SingleOrDefaultAsync(i => i.Id == importId, cancel)
            ?? throw new Refused("This import is no longer there");
        Refused.IfStale(import, seen);
        return import;
    }
}
