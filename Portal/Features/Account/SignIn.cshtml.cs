using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Account;

[AllowAnonymous]
public sealed class SignInModel(SignInWithPassword signIn) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? ReturnUrl { get; set; }
    [BindProperty, Required(ErrorMessage = "Enter your email address")] public string? Email { get; set; }
    [BindProperty, Required(ErrorMessage = "Enter your password"), DataType(DataType.Password)] public string? Password { get; set; }

    public IActionResult OnGet() => HttpContext.SignedIn() is null ? Page() : this.RedirectBack(ReturnUrl);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        return await signIn.RunAsync(Email!, Password!, cancel) switch
        {
            SignInWithPassword.Next.SecondFactor => RedirectToPage("SignInCode", new { ReturnUrl }),
            _ => this.RedirectBack(ReturnUrl),
        };
    }
}
