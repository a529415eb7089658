using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Web;

namespace Portal.Features.Development;

[AllowAnonymous]
public sealed class SignInModel(DemoSignIn signIn) : PageModel
{
    public IActionResult OnGet() => RedirectToPage("/Account/SignIn");

    public async Task<IActionResult> OnPostAsync(Role role, string? returnUrl, CancellationToken cancel)
    {
        if (!await signIn.RunAsync(role, cancel)) return RedirectToPage("/Account/SignIn");
        return this.RedirectBack(returnUrl);
    }
}
