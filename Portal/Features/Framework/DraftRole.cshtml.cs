using Microsoft.AspNetCore.Mvc;
using Portal.Components;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Framework;

[Allow(Permission.EditFramework)]
public sealed class DraftRoleModel(FrameworkView frameworks, SetRoleLevel set, Viewer viewer) : DraftPageModel(frameworks, viewer)
{
    [FromRoute] public Id<JobRole> RoleId { get; set; }
    [BindProperty] public int? Level { get; set; }
    [BindProperty] public int? Seen { get; set; }
    public FrameworkView.RoleNeed Role { get; private set; } = null!;

    public IReadOnlyList<Choice> Levels =>
    [
        .. Framework.Levels.Choices(explained: true),
        new("", "Set later") { Hint = "People in this role are listed as not mapped until then" },
    ];

    public void OnGet() => Level = Seen = Role.Level;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await set.RunAsync(Viewer, DraftId, RoleId, Level, Seen, cancel);
        TempData.Notify($"{Role.Title} changed in this draft");
        return ToDraft();
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await base.LoadAsync(cancel) || Details.Roles.FirstOrDefault(r => r.Id == RoleId) is not { } role) return false;
        Role = role;
        return true;
    }
}
