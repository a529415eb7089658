using Microsoft.EntityFrameworkCore;
using Portal.Components;
using Portal.Data;

namespace Portal.Features.Imports;

/// <summary>The import of the viewer's agency that must end, or be replaced, before another begins; null when there is none.</summary>
public sealed class ImportUnderWay(PortalDb db)
{
    public sealed record Found(Id<Import> Id, string FileName, string Words, bool MayBeReplaced);

    public async Task<Found?> RunAsync(Viewer viewer, CancellationToken cancel) =>
        viewer.AgencyId is { } agency && await db.UnderWayAsync(agency, cancel) is { } import
            ? new(import.Id, import.FileName, Describe(import), import.MayBeDiscarded)
            : null;

    /// <summary>
    /// Whose it is, since when, and how far it has come: "staff.csv, which Tess Lead uploaded on 3 Nov 2026,
    /// 10:15am, is ready to apply".
    /// </summary>
    internal static string Describe(Import import) =>
        $"{import.FileName}, which {import.UploadedByName} uploaded on {import.UploadedAt.Moment()}, is {import.State.Words()}";
}
