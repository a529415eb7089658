using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Web;

namespace Portal.Features.Account.Passwords;

[AllowAnonymous]
public sealed class NewPasswordModel(ResetPassword reset) : LoadedPageModel
{
    [BindProperty(SupportsGet = true)] public string? Code { get; set; }
    [BindProperty, Required(ErrorMessage = "Enter a new password"), DataType(DataType.Password)] public string? Password { get; set; }
    public bool CanBeUsed { get; private set; }

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        CanBeUsed = await reset.CanBeUsedAsync(Code, cancel);
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await reset.RunAsync(Code, Password!, cancel);
        TempData.Notify("Password saved. Sign in with it");
        return RedirectToPage("/Account/SignIn");
    }
}
