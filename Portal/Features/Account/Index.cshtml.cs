using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Components.GovUk;
using Portal.Security;

namespace Portal.Features.Account;

[Authorize]
public sealed class IndexModel(MyAccount account, SignOutEverywhere signOut) : PageModel
{
    public IReadOnlyList<SummaryList.Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var mine = await account.RunAsync(HttpContext.SignedIn()!.UserId, cancel);
        Rows =
        [
            new("Name", mine.Name),
            new("Email address", mine.Email),
            new("Roles", string.Join("; ", mine.Roles)) { Actions = mine.Roles.Count > 1 ? [new(Url.Page("ActingAs")!, "Change", "whom you act for")] : [] },
            new("Password", "Known to you alone") { Actions = [new(Url.Page("ChangePassword")!, "Change", "your password")] },
            new("Second factor", mine.HasSecondFactor ? $"An authenticator app; {mine.RecoveryCodesLeft} recovery codes left" : "Not set up")
                { Actions = [new(Url.Page("SecondFactor")!, mine.HasSecondFactor ? "Change" : "Set up", "your second factor")] },
        ];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await signOut.RunAsync(HttpContext.SignedIn()!.UserId, cancel);
        return RedirectToPage("SignOut");
    }
}
