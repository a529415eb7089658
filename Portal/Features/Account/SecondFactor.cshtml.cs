using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Account;

[Authorize]
public sealed class SecondFactorModel(
    SecondFactorSetup setup, BeginSecondFactor begin, ConfirmSecondFactor confirm) : LoadedPageModel
{
    /// <summary>Where new recovery codes wait for the one page that shows them: an encrypted cookie, read once.</summary>
    public const string CodesKey = "RecoveryCodes";

    [BindProperty] public string? Code { get; set; }
    [BindProperty, DataType(DataType.Password)] public string? Password { get; set; }
    public SecondFactorSetup.Setup Setup { get; private set; } = null!;
    public bool IsRequiredNow => HttpContext.SignedIn()!.NeedsSecondFactor;
    private Id<User> UserId => HttpContext.SignedIn()!.UserId;

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        Setup = await setup.RunAsync(UserId, cancel);
        return true;
    }

    public async Task<IActionResult> OnPostBeginAsync(CancellationToken cancel)
    {
        await begin.RunAsync(UserId, Password, Code, cancel);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        TempData[CodesKey] = await confirm.RunAsync(UserId, Code, cancel);
        return RedirectToPage("RecoveryCodes");
    }
}
