using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Portal.Features.Staff;

/// <summary>A page about one person: finds them, or answers 404, before any handler runs.</summary>
public abstract class PersonPageModel(PersonView people, Viewer viewer) : PageModel
{
    [FromRoute] public Id<StaffMember> StaffId { get; set; }
    public PersonView.Details Person { get; private set; } = null!;
    public Viewer Viewer => viewer;
    public bool IsOwn => viewer.StaffId == StaffId;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await people.RunAsync(viewer, StaffId, HttpContext.RequestAborted) is not { } person)
        {
            context.Result = NotFound();
            return;
        }
        Person = person;
        if (await PrepareAsync(HttpContext.RequestAborted)) await next();
        else context.Result = NotFound();
    }

    /// <summary>Loads what else the page shows; false answers 404.</summary>
    protected virtual Task<bool> PrepareAsync(CancellationToken cancel) => Task.FromResult(true);
}
