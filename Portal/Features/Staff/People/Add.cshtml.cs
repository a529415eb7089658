using Microsoft.AspNetCore.Mvc;
using Portal.Features.Staff.Jobs;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Staff.People;

[Allow(Permission.EditStaff)]
public sealed class AddModel(AddStaff add, StaffChoices choices, Viewer viewer) : LoadedPageModel
{
    [BindProperty] public PersonForm Who { get; set; } = new();
    [BindProperty] public JobForm Job { get; set; } = new();

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        ViewData["Titles"] = (await choices.RunAsync(viewer, cancel)).Titles;
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        var added = await add.RunAsync(
            viewer, new(Who.Name!, Who.Email, Job.JobTitle!, Job.EmployeeNumber, Job.StartedOn, Job.Manager), cancel);
        TempData.Notify(added.How switch
        {
            Identified.KnownElsewhere => PersonWords.Asked(Who.Name!),
            Identified.OneOfOurs => $"{Who.Name} added. Your agency knew them already: their training is there again",
            Identified.Stranger => $"{Who.Name} added",
        });
        return added.Id is { } id ? RedirectToPage("Person", new { staffId = id }) : RedirectToPage("/Staff/Requests/Requests");
    }
}
