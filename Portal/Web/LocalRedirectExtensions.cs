using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Portal.Web;

public static class LocalRedirectExtensions
{
    /// <summary>
    /// Back to where the person was going, if that is in the portal; otherwise home. A link in a mail
    /// cannot send people elsewhere.
    /// </summary>
    public static IActionResult RedirectBack(this PageModel page, string? url) =>
        page.Url.IsLocalUrl(url) ? new LocalRedirectResult(url) : new LocalRedirectResult("~/");
}
