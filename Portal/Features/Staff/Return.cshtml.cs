using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Staff;

[Allow(Permission.EditStaff)]
public sealed class ReturnModel(LeaverList leavers, AddJob add, StaffChoices choices, Viewer viewer) : PageModel
{
    [FromRoute] public Id<StaffMember> StaffId { get; set; }
    [BindProperty] public JobForm Job { get; set; } = new();
    public LeaverList.Row Person { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await leavers.OneAsync(viewer, StaffId, HttpContext.RequestAborted) is not { } person)
        {
            context.Result = NotFound();
            return;
        }
        Person = person;
        ViewData["Titles"] = (await choices.RunAsync(viewer, HttpContext.RequestAborted)).Titles;
        await next();
    }

    public void OnGet() => Job = new() { JobTitle = Person.Title };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await add.RunAsync(viewer, StaffId, Job.Entry(), cancel);
        TempData.Notify($"{Person.Name} is back on the staff list, with the training they had");
        return RedirectToPage("Person", new { StaffId });
    }
}
