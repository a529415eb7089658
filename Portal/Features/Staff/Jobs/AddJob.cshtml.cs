using Microsoft.AspNetCore.Mvc;
using Portal.Features.Staff.People;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Staff.Jobs;

[Allow(Permission.EditStaff)]
public sealed class AddJobModel(PersonView people, AddJob add, StaffChoices choices, Viewer viewer) : PersonPageModel(people, viewer)
{
    [BindProperty] public JobForm Job { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        var isAdded = await add.RunAsync(Viewer, StaffId, Job.Entry(), cancel);
        TempData.Notify(isAdded ? "Job added" : PersonWords.Asked(Person.Name));
        return isAdded ? RedirectToPage("/Staff/People/Person", new { StaffId }) : RedirectToPage("/Staff/Requests/Requests");
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await base.LoadAsync(cancel)) return false;
        ViewData["Titles"] = (await choices.RunAsync(Viewer, cancel)).Titles;
        return true;
    }
}
