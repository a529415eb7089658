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
        var isAdded = await add.RunAsync(Viewer, StaffId, Job.Entry(), cancel);
        TempData.Notify(isAdded ? "Job added" : PersonWords.Asked(Person.Name));
        return isAdded ? RedirectToPage("Person", new { StaffId }) : RedirectToPage("Requests");
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await base.LoadAsync(cancel)) return false;
        ViewData["Titles"] = (await choices.RunAsync(Viewer, cancel)).Titles;
        return true;
    }
}
