using Portal.Data;

namespace Portal.Features.Imports;

/// <summary>The imports a person may see, the newest first.</summary>
public sealed class ImportList(PortalDb db)
{
    public sealed record Row(
        Id<Import> Id, ImportKind Kind, string FileName, ImportState State, DateTime UploadedAt, string UploadedBy, DateTime? AppliedAt,
        int New, int Changed, int Leavers, int Asked, int Refused);

    public Task<Page<Row>> RunAsync(Viewer viewer, int page, CancellationToken cancel) => db.Imports.VisibleTo(viewer)
        .OrderByDescending(i => i.UploadedAt).ThenByDescending(i => i.Id)
        .Select(i => new Row(
            i.Id, i.Kind, i.FileName, i.State, i.UploadedAt, i.UploadedByName, i.AppliedAt, i.NewCount, i.ChangedCount, i.LeaverCount,
            i.AskedCount, i.RefusedCount))
        .ToPageAsync(page, cancel);
}
