using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Staff;

[Allow(Permission.EditStaff)]
public sealed class AddModel(AddStaff add, StaffChoices choices, Viewer viewer) : PageModel
{
    [BindProperty] public PersonForm Who { get; set; } = new();
    [BindProperty] public JobForm Job { get; set; } = new();

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ViewData["Titles"] = (await choices.RunAsync(viewer, HttpContext.RequestAborted)).Titles;
        await next();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        var added = await add.RunAsync(viewer, new(Who.Name!, Who.Email, Job.JobTitle!, Job.EmployeeNumber, Job.StartedOn, Job.Manager), cancel);
        TempData.Notify(added.WasKnown ? $"{Who.Name} added. The partnership knew them already: their training came with them" : $"{Who.Name} added");
        return RedirectToPage("Person", new { staffId = added.Id });
    }
}
