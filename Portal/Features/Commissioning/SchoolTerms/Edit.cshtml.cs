using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Commissioning.SchoolTerms;

[Allow(Permission.DecideRequests)]
public sealed class EditModel(TermList terms, SaveTerm save, Viewer viewer) : LoadedPageModel<SchoolTerm>
{
    [FromRoute] public Id<SchoolTerm> TermId { get; set; }
    [BindProperty] public TermForm Form { get; set; } = new();
    [BindProperty] public int Seen { get; set; }
    public SchoolTerm Term => Loaded;

    public void OnGet() => (Form, Seen) = (new() { Name = Term.Name, From = Term.From, Until = Term.Until }, Term.Version);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await save.RunAsync(viewer, TermId, Form.Name!, Form.From!.Value, Form.Until!.Value, Seen, cancel);
        TempData.Notify("Term changed");
        return RedirectToPage("Index");
    }

    protected override Task<SchoolTerm?> FindAsync(CancellationToken cancel) => terms.OneAsync(viewer, TermId, cancel);
}
