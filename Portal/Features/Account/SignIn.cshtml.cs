using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Account;

[AllowAnonymous, ResponseCache(NoStore = true)]
public sealed class SignInModel(SignInWithPassword signIn, TypedForms typed, PortalSignIn identity) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? ReturnUrl { get; set; }
    [BindProperty, Required(ErrorMessage = "Enter your email address")] public string? Email { get; set; }
    [BindProperty, Required(ErrorMessage = "Enter your password"), DataType(DataType.Password)] public string? Password { get; set; }

    /// <summary>Sealed: what somebody had typed when their session ended.</summary>
    [BindProperty] public string? Kept { get; set; }

    /// <summary>A form that was just sent, and whose session had ended.</summary>
    public TypedForms.Ended? Ended { get; private set; }

    /// <summary>What is given back, once its own person has signed in again.</summary>
    public TypedForms.Typed? Typed { get; private set; }

    /// <summary>Whether the second step follows on this same page: a redirect would lose what was typed.</summary>
    public bool AsksForCode { get; private set; }

    public IActionResult OnGet()
    {
        Ended = HttpContext.Features.Get<TypedForms.Ended>();
        Kept = Ended?.Sealed;
        return HttpContext.SignedIn() is null ? Page() : this.RedirectBack(ReturnUrl);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        identity.Wanted = typed.MembershipOf(Kept);
        if (await signIn.RunAsync(Email!, Password!, cancel) is SignInWithPassword.Next.In)
        {
            Typed = typed.Open(Kept, User);
            return Typed is null ? this.RedirectBack(ReturnUrl) : Page();
        }
        AsksForCode = Kept is not null;
        return AsksForCode ? Page() : RedirectToPage("SignInCode", new { ReturnUrl });
    }
}
