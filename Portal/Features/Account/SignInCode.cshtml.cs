using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Account;

[AllowAnonymous, ResponseCache(NoStore = true)]
public sealed class SignInCodeModel(SignInWithCode signIn, TypedForms typed, PortalSignIn identity) : PageModel
{
    /// <summary>What the step asks for, and what goes along with it.</summary>
    public sealed record Asked(string? Code, string? ReturnUrl, string? Kept);

    [BindProperty(SupportsGet = true)] public string? ReturnUrl { get; set; }
    [BindProperty, Required(ErrorMessage = "Enter a code")] public string? Code { get; set; }

    /// <summary>Sealed: what somebody had typed when their session ended.</summary>
    [BindProperty] public string? Kept { get; set; }
    public TypedForms.Typed? Typed { get; private set; }

    /// <summary>Without the first step, or minutes after it, there is nothing to enter a code for.</summary>
    public async Task<IActionResult> OnGetAsync() =>
        await identity.GetTwoFactorAuthenticationUserAsync() is null ? RedirectToPage("SignIn", new { ReturnUrl }) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        identity.Wanted = typed.MembershipOf(Kept);
        await signIn.RunAsync(Code!, cancel);
        Typed = typed.Open(Kept, User);
        return Typed is null ? this.RedirectBack(ReturnUrl) : Page();
    }
}
