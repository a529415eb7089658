using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Security;

namespace Portal.Features.Account;

[AllowAnonymous]
public sealed class SignOutModel(SignOutHere signOut) : PageModel
{
    /// <summary>The address alone signs nobody out: an image on another site could ask for it.</summary>
    public IActionResult OnGet() => HttpContext.SignedIn() is null ? Page() : LocalRedirect("~/");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (HttpContext.SignedIn() is { } person) await signOut.RunAsync(person, cancel);
        return RedirectToPage();
    }
}
