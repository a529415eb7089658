using Microsoft.AspNetCore.Mvc;
using Portal.Features.Staff.People;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Staff.Jobs;

[Allow(Permission.EditStaff)]
public sealed class ReturnModel(LeaverList leavers, AddJob add, StaffChoices choices, Viewer viewer) : LoadedPageModel<LeaverList.Row>
{
    [FromRoute] public Id<StaffMember> StaffId { get; set; }
    [BindProperty] public JobForm Job { get; set; } = new();
    public LeaverList.Row Person => Loaded;

    protected override Task<LeaverList.Row?> FindAsync(CancellationToken cancel) => leavers.OneAsync(viewer, StaffId, cancel);

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await base.LoadAsync(cancel)) return false;
        ViewData["Titles"] = (await choices.RunAsync(viewer, cancel)).Titles;
        return true;
    }

    public void OnGet() => Job = new() { JobTitle = Person.Title };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        var isAdded = await add.RunAsync(viewer, StaffId, Job.Entry(), cancel);
        TempData.Notify(isAdded ? $"{Person.Name} is back on the staff list, with the training they had" : PersonWords.Asked(Person.Name));
        return isAdded ? RedirectToPage("/Staff/People/Person", new { StaffId }) : RedirectToPage("/Staff/Requests/Requests");
    }
}
