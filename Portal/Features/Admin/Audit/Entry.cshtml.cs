using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data.Audit;
using Portal.Security;

namespace Portal.Features.Admin.Audit;

[Allow(Permission.ReadAudit)]
public sealed class EntryModel(AuditList list, AuditNames names, Viewer viewer) : PageModel
{
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = null!;
    public AuditList.Row Entry { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Id<AuditEntry> entryId, CancellationToken cancel)
    {
        if (await list.EntryAsync(viewer, entryId, cancel) is not { } found) return NotFound();
        (Entry, Names) = (found, await names.RunAsync(viewer, found.Changes, cancel));
        return Page();
    }
}
