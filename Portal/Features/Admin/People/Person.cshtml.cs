using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Admin.People;

[Allow(Permission.ManagePeople)]
public sealed class PersonModel(PersonAccess access, SendInvitationAgain invite, OpenAccount open, EndSessions end, Viewer viewer)
    : LoadedPageModel<PersonAccess.Details>
{
    [FromRoute] public Id<User> UserId { get; set; }
    public PersonAccess.Details Person => Loaded;
    public bool IsSelf => UserId == viewer.UserId;
    public IReadOnlyList<SummaryList.Row> Rows =>
    [
        new("Email address", Person.Email), new("Account", Person.State ?? "Can sign in"),
        new("Second factor", Person.HasSecondFactor ? "On" : "Not set up"),
        new("Signed in",
            Person.OpenSessions switch { 0 => "Nowhere at the moment", 1 => "In 1 place", var places => $"In {places} places" }),
    ];

    protected override Task<PersonAccess.Details?> FindAsync(CancellationToken cancel) => access.RunAsync(viewer, UserId, cancel);

    public async Task<IActionResult> OnPostInviteAsync(CancellationToken cancel)
    {
        await invite.RunAsync(viewer, UserId, cancel);
        return Done("Invitation sent again. The older link no longer works");
    }

    public async Task<IActionResult> OnPostUnlockAsync(CancellationToken cancel)
    {
        await open.RunAsync(viewer, UserId, OpenAccount.By.Unlocking, cancel);
        return Done("Account unlocked");
    }

    public async Task<IActionResult> OnPostSecondFactorAsync(CancellationToken cancel)
    {
        await open.RunAsync(viewer, UserId, OpenAccount.By.ResettingSecondFactor, cancel);
        return Done("Second factor reset. They are signed out, and set it up again when they next sign in");
    }

    public async Task<IActionResult> OnPostSessionsAsync(CancellationToken cancel)
    {
        await end.RunAsync(viewer, UserId, cancel);
        return Done("Sessions ended. They are signed out everywhere, and may sign in again");
    }

    private RedirectToPageResult Done(string sentence)
    {
        TempData.Notify(sentence);
        return RedirectToPage(new { UserId });
    }
}
