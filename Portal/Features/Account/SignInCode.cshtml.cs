using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Account;

[AllowAnonymous]
public sealed class SignInCodeModel(SignInWithCode signIn, PortalSignIn identity) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? ReturnUrl { get; set; }
    [BindProperty, Required(ErrorMessage = "Enter a code")] public string? Code { get; set; }

    /// <summary>Without the first step, or minutes after it, there is nothing to enter a code for.</summary>
    public async Task<IActionResult> OnGetAsync() =>
        await identity.GetTwoFactorAuthenticationUserAsync() is null ? RedirectToPage("SignIn", new { ReturnUrl }) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await signIn.RunAsync(Code!, cancel);
        return this.RedirectBack(ReturnUrl);
    }
}
