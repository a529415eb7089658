using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Staff;

[Allow(Permission.ReadRecord)]
public sealed class ReportErrorModel(PersonView people, ReportRecordError report, Viewer viewer) : PersonPageModel(people, viewer)
{
    [BindProperty, Required(ErrorMessage = "Say what is wrong"), StringLength(2000, ErrorMessage = "What is wrong must be 2,000 characters or fewer")] public string? Words { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await report.RunAsync(Viewer, Person, Words!, cancel);
        TempData.Notify("Sent to the training lead, who will look into it");
        return RedirectToPage("Person", new { StaffId });
    }
}
