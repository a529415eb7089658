using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Admin.Jobs;

/// <summary>The button that confirms the clock; it has no page of its own.</summary>
[Allow(Permission.RunJobs)]
public sealed class AcceptClockModel(AcceptClock accept, Viewer viewer) : PageModel
{
    public IActionResult OnGet() => RedirectToPage("Index");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await accept.RunAsync(viewer, cancel);
        TempData.Notify("Clock confirmed. The jobs go on in a moment");
        return RedirectToPage("Index");
    }
}
