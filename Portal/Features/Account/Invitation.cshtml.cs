using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Web;

namespace Portal.Features.Account;

[AllowAnonymous]
public sealed class InvitationModel(InvitationFound invitation, AcceptInvitation accept) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? Code { get; set; }
    [BindProperty, Required(ErrorMessage = "Enter your full name"), StringLength(200, ErrorMessage = "Your full name must be 200 characters or fewer")] public string? Name { get; set; }
    [BindProperty, Required(ErrorMessage = "Choose a password"), DataType(DataType.Password)] public string? Password { get; set; }
    public InvitationFound.Found Found { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Found = await invitation.RunAsync(Code, HttpContext.RequestAborted);
        Name ??= Request.Method == HttpMethods.Get ? Found.Name : null;
        await next();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await accept.RunAsync(Code, Name!, Password!, cancel);
        TempData.Notify("Welcome. You are signed in");
        return LocalRedirect("~/");
    }
}
