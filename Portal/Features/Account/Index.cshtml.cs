using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Data;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Account;

[Authorize]
public sealed class IndexModel(MyAccount account, OpenSessions sessions, EndOwnSessions end, SignOutEverywhere signOut) : LoadedPageModel
{
    /// <summary>The session to end; null for all others.</summary>
    [BindProperty] public Id<UserSession>? SessionId { get; set; }
    public IReadOnlyList<SummaryList.Row> Rows { get; private set; } = [];
    public IReadOnlyList<OpenSessions.Row> Sessions { get; private set; } = [];
    public TimeSpan Idle => UserSession.IdleOf(Person.Viewer?.Role);
    private SignedIn Person => HttpContext.SignedIn()!;

    public bool IsThis(OpenSessions.Row session) => session.Id == Person.Session.Id;

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        Sessions = await sessions.RunAsync(Person.UserId, cancel);
        var mine = await account.RunAsync(Person.UserId, cancel);
        Rows =
        [
            new("Name", mine.Name),
            new("Email address", mine.Email),
            new("Roles",
                string.Join("; ", mine.Roles))
                {
                    Actions = mine.Roles.Count > 1 ? [new(Url.Page("ActingAs")!, "Change", "whom you act for")] : []
                },
            new("Password",
                "Known to you alone") { Actions = [new(Url.Page("/Account/Passwords/ChangePassword")!, "Change", "your password")] },
            new("Second factor",
                mine.HasSecondFactor ? $"An authenticator app; {mine.RecoveryCodesLeft} recovery codes left" : "Not set up")
                { Actions = [new(Url.Page("SecondFactor")!, mine.HasSecondFactor ? "Change" : "Set up", "your second factor")] },
        ];
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await signOut.RunAsync(Person.UserId, cancel);
        return RedirectToPage("SignOut");
    }

    public async Task<IActionResult> OnPostEndAsync(CancellationToken cancel)
    {
        await end.RunAsync(Person, SessionId, cancel);
        TempData.Notify(SessionId is null ? "All other sessions ended" : "Session ended");
        return RedirectToPage();
    }
}
