using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Admin.People;

[Allow(Permission.ManagePeople)]
public sealed class InviteModel(PlacesForRole places, InvitePerson invite, Viewer viewer) : LoadedPageModel
{
    [BindProperty(SupportsGet = true), Required(ErrorMessage = "Select a role")] public Role? Role { get; set; }
    [BindProperty, Required(ErrorMessage = "Enter an email address"), UpTo(200, What = "Email address")] public string? Email { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? PlaceId { get; set; }
    public IReadOnlyList<Choice> Places { get; private set; } = [];
    public bool MayAddProvider => viewer.May(Permission.EditProviders);
    public IReadOnlyList<Choice> Roles { get; } = [.. Choice.Of<Role>(r => r.Words()).Where(c => c.Value != nameof(Domain.Role.System))];

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (Role is { } role) Places = [.. (await places.RunAsync(viewer, role, cancel)).Select(p => new Choice(p.Id.ToString(), p.Name))];
        return true;
    }

    /// <summary>Only someone who pressed the button without choosing is told to choose.</summary>
    public void OnGet(bool asked)
    {
        if (!asked) ModelState.Clear();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        var userId = await invite.RunAsync(viewer, Role!.Value, Email!, PlaceId, cancel);
        TempData.Notify("Role given. A message is on its way");
        return RedirectToPage("Person", new { userId });
    }
}
