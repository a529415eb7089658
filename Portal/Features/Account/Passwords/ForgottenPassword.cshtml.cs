using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Components.GovUk;
using Portal.Web;

namespace Portal.Features.Account.Passwords;

[AllowAnonymous]
public sealed class ForgottenPasswordModel(AskForPasswordReset ask) : PageModel
{
    [BindProperty(SupportsGet = true)] public bool Asked { get; set; }
    [BindProperty, Required(ErrorMessage = "Enter your email address"), UpTo(200, What = "Email address")]
    public string? Email { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await ask.RunAsync(Email!, cancel);
        return RedirectToPage(new { Asked = true });
    }
}
