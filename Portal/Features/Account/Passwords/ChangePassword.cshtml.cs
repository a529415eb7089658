using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Account.Passwords;

[Authorize]
public sealed class ChangePasswordModel(ChangeOwnPassword change) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Enter your current password"), DataType(DataType.Password)] public string? Current { get; set; }
    [BindProperty, Required(ErrorMessage = "Enter a new password"), DataType(DataType.Password)] public string? Password { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await change.RunAsync(HttpContext.SignedIn()!.UserId, Current!, Password!, cancel);
        TempData.Notify("Password changed. You are signed out everywhere else");
        return RedirectToPage("/Account/Index");
    }
}
