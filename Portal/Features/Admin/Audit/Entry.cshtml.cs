using Microsoft.AspNetCore.Mvc;
using Portal.Data.Audit;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Admin.Audit;

[Allow(Permission.ReadAudit)]
public sealed class EntryModel(AuditList list, AuditNames names, Viewer viewer) : LoadedPageModel
{
    [FromRoute] public Id<AuditEntry> EntryId { get; set; }
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = null!;
    public AuditList.Row Entry { get; private set; } = null!;

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await list.EntryAsync(viewer, EntryId, cancel) is not { } found) return false;
        (Entry, Names) = (found, await names.RunAsync(viewer, found.Changes, cancel));
        return true;
    }
}
