using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Account;

[Authorize]
public sealed class SecondFactorModel(SecondFactorSetup setup, ConfirmSecondFactor confirm, RestartSecondFactor restart) : PageModel
{
    /// <summary>Where new recovery codes wait for the one page that shows them: an encrypted cookie, read once.</summary>
    public const string CodesKey = "RecoveryCodes";

    [BindProperty] public string? Code { get; set; }
    [BindProperty, DataType(DataType.Password)] public string? Password { get; set; }
    public SecondFactorSetup.Setup? Setup { get; private set; }
    public bool IsRequiredNow => HttpContext.SignedIn()!.NeedsSecondFactor;
    private Id<User> UserId => HttpContext.SignedIn()!.UserId;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Setup = await setup.RunAsync(UserId, HttpContext.RequestAborted);
        await next();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        TempData[CodesKey] = await confirm.RunAsync(UserId, Code, cancel);
        return RedirectToPage("RecoveryCodes");
    }

    public async Task<IActionResult> OnPostAgainAsync(CancellationToken cancel)
    {
        await restart.RunAsync(UserId, Password, cancel);
        return RedirectToPage();
    }
}
