using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Commissioning.Planning;

[Allow(Permission.DecideRequests)]
public sealed class PrepareModel(PrepareThreePlans prepare, Viewer viewer) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Enter how many months")] public int? Months { get; set; } = 12;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await prepare.RunAsync(viewer, Months!.Value, cancel);
        TempData.Notify("The plans are being worked out. They stand in the paper once they are ready");
        return RedirectToPage("Index");
    }
}
