using Microsoft.AspNetCore.Mvc;
using Portal.Components;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Framework.Drafting;

/// <summary>A job role that a draft takes out, with whom that concerns.</summary>
[Allow(Permission.EditFramework)]
public sealed class RetireModel(FrameworkView frameworks, RolePeople people, RetireRole retire, Viewer viewer)
    : DraftRolePageModel(frameworks, viewer)
{
    [FromRoute] public Id<JobRole> RoleId { get; set; }
    [BindProperty] public int Seen { get; set; }
    public FrameworkView.RoleNeed Role { get; private set; } = null!;
    public int People { get; private set; }
    public int Titles { get; private set; }

    public void OnGet() => Seen = Framework.Version;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await retire.RunAsync(Viewer, DraftId, RoleId, Seen, cancel);
        TempData.Notify($"{Role.Title} is retired in this draft");
        return ToList(RoleId, Role.Title, Role.AgencyType, null);
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await base.LoadAsync(cancel) || Details.Roles.FirstOrDefault(r => r.Id == RoleId) is not { } role) return false;
        var found = await people.RunAsync(Viewer, cancel);
        (Role, People, Titles) = (role, found.PeopleIn(RoleId), found.TitlesOf(RoleId));
        return true;
    }
}
