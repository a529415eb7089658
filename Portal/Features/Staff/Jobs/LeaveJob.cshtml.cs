using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components;
using Portal.Features.Staff.People;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Staff.Jobs;

[Allow(Permission.EditStaff)]
public sealed class LeaveJobModel(PersonView people, LeaveJob leave, Viewer viewer) : JobPageModel(people, viewer)
{
    [BindProperty, Display(Name = "Last day"), Required(ErrorMessage = "Enter the last day in the job")]
    public DateOnly? LastDay { get; set; }

    public void OnGet() => Seen = Current.Version;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await leave.RunAsync(Viewer, PostId, LastDay!.Value.AddDays(1), Seen, cancel);
        TempData.Notify($"{Person.Name} leaves this job after {LastDay.Value.Words()}");
        return Person.CurrentJobs.Count > 1 || LastDay.Value >= Person.Today
            ? RedirectToPage("/Staff/People/Person", new { StaffId })
            : RedirectToPage("/Staff/People/Index");
    }
}
