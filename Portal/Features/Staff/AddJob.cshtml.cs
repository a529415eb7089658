using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Staff;

[Allow(Permission.EditStaff)]
public sealed class AddJobModel(PersonView people, AddJob add, StaffChoices choices, Viewer viewer) : PersonPageModel(people, viewer)
{
    [BindProperty] public JobForm Job { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await add.RunAsync(Viewer, StaffId, Job.Entry(), cancel);
        TempData.Notify("Job added");
        return RedirectToPage("Person", new { StaffId });
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await base.LoadAsync(cancel)) return false;
        ViewData["Titles"] = (await choices.RunAsync(Viewer, cancel)).Titles;
        return true;
    }
}
