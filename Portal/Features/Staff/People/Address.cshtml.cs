using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Web;

namespace Portal.Features.Staff.People;

/// <summary>Where the link in a message leads: whoever opens it reads the mail of the address, and needs no account.</summary>
[AllowAnonymous]
public sealed class AddressModel(WantedAddress wanted, ConfirmAddress confirm) : LoadedPageModel
{
    [BindProperty(SupportsGet = true)] public string? Code { get; set; }

    /// <summary>Null when there is nothing to confirm any more.</summary>
    public WantedAddress.Found? Found { get; private set; }

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        Found = await wanted.RunAsync(Code, cancel);
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await confirm.RunAsync(Code, cancel);
        TempData.Notify("Thank you. The address is yours from now on");
        return RedirectToPage(new { Code });
    }
}
