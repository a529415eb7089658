using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Portal.Features.Account;

[Authorize, ResponseCache(NoStore = true)]
public sealed class RecoveryCodesModel : PageModel
{
    public IReadOnlyList<string> Codes { get; private set; } = [];

    public IActionResult OnGet()
    {
        Codes = TempData[SecondFactorModel.CodesKey] as string[] ?? [];
        return Codes.Count > 0 ? Page() : RedirectToPage("SecondFactor");
    }
}
