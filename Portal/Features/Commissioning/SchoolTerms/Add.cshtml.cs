using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Commissioning.SchoolTerms;

[Allow(Permission.DecideRequests)]
public sealed class AddModel(SaveTerm save, Viewer viewer) : PageModel
{
    [BindProperty] public TermForm Form { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await save.RunAsync(viewer, null, Form.Name!, Form.From!.Value, Form.Until!.Value, 0, cancel);
        TempData.Notify($"{Form.Name} added");
        return RedirectToPage("Index");
    }
}
