using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Commissioning.SchoolTerms;

[Allow(Permission.DecideRequests)]
public sealed class RemoveModel(TermList terms, RemoveTerm remove, Viewer viewer) : LoadedPageModel<SchoolTerm>
{
    [FromRoute] public Id<SchoolTerm> TermId { get; set; }
    public SchoolTerm Term => Loaded;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await remove.RunAsync(viewer, TermId, cancel);
        TempData.Notify("Term removed");
        return RedirectToPage("Index");
    }

    protected override Task<SchoolTerm?> FindAsync(CancellationToken cancel) => terms.OneAsync(viewer, TermId, cancel);
}
