using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Admin.People;

[Allow(Permission.ManagePeople)]
public sealed class EndModel(MembershipHolder holder, EndMembership end, Viewer viewer) : PageModel
{
    [FromRoute] public Id<Membership> MembershipId { get; set; }
    public PersonAccess.Details Person { get; private set; } = null!;
    public MembershipRow Membership => Person.Roles.Single(r => r.Id == MembershipId);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await holder.RunAsync(viewer, MembershipId, HttpContext.RequestAborted) is not { } person) { context.Result = NotFound(); return; }
        Person = person;
        await next();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await end.RunAsync(viewer, MembershipId, cancel);
        TempData.Notify("Role ended");
        return RedirectToPage("Person", new { userId = Person.Id });
    }
}
