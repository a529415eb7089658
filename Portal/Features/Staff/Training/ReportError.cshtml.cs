using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Features.Staff.People;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Staff.Training;

[Allow(Permission.ReadRecord)]
public sealed class ReportErrorModel(PersonView people, ReportRecordError report, Viewer viewer) : PersonPageModel(people, viewer)
{
    [BindProperty, Required(ErrorMessage = "Say what is wrong"), UpTo(2000, What = "What is wrong")] public string? Words { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await report.RunAsync(Viewer, Person, Words!, cancel);
        TempData.Notify("Sent to the training lead, who will look into it");
        return RedirectToPage("/Staff/People/Person", new { StaffId });
    }
}
