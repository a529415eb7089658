using Microsoft.AspNetCore.Mvc;
using Portal.Features.Staff.People;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Staff.Jobs;

[Allow(Permission.EditStaff)]
public sealed class EditJobModel(
    PersonView people, PersonEmail emails, EditJob edit, StaffChoices choices, Viewer viewer) : JobPageModel(people, viewer)
{
    [BindProperty] public JobForm Job { get; set; } = new();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var manager = Current.ManagerId is { } id ? await emails.RunAsync(Viewer, id, cancel) : null;
        Job = new() { JobTitle = Current.Title, EmployeeNumber = Current.EmployeeNumber, StartedOn = Current.StartedOn, Manager = manager };
        Seen = Current.Version;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await edit.RunAsync(Viewer, PostId, Job.Entry(), Seen, cancel);
        TempData.Notify("Job changed");
        return RedirectToPage("/Staff/People/Person", new { StaffId });
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        ViewData["Titles"] = (await choices.RunAsync(Viewer, cancel)).Titles;
        return await base.LoadAsync(cancel);
    }
}
