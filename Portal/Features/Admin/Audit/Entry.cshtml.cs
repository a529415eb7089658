using Microsoft.AspNetCore.Mvc;
using Portal.Data;
using Portal.Data.Audit;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Admin.Audit;

[Allow(Permission.ReadAudit)]
public sealed class EntryModel(AuditList list, AuditNames names, Viewer viewer) : LoadedPageModel
{
    [FromRoute] public Id<AuditEntry> EntryId { get; set; }
    [FromQuery(Name = "page")] public int Number { get; set; } = 1;
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = null!;
    public AuditList.Row Entry { get; private set; } = null!;

    /// <summary>The rows whose fields are shown, one page of all that changed.</summary>
    public Page<Guid> Rows { get; private set; } = null!;

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await list.EntryAsync(viewer, EntryId, Number, cancel) is not { } found) return false;
        (Entry, Rows) = found;
        Names = await names.RunAsync(viewer, Entry.Changes, cancel);
        return true;
    }
}
