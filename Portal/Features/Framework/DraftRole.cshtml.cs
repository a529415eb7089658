using Microsoft.AspNetCore.Mvc;
using Portal.Components;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Framework;

/// <summary>Which level a job role needs in a draft; one that the draft retires is brought back with it.</summary>
[Allow(Permission.EditFramework)]
public sealed class DraftRoleModel(FrameworkView frameworks, SetRoleLevel set, Viewer viewer) : DraftRolePageModel(frameworks, viewer)
{
    [FromRoute] public Id<JobRole> RoleId { get; set; }
    [BindProperty] public int? Level { get; set; }
    [BindProperty] public int? Seen { get; set; }
    public FrameworkView.RoleNeed Role { get; private set; } = null!;
    public bool IsRetired { get; private set; }

    public IReadOnlyList<Choice> Levels =>
    [
        .. Framework.Levels.Choices(explained: true),
        new("", "Set later") { Hint = "People in this role are listed as not mapped until then" },
    ];

    public void OnGet() => (Level, Seen) = (Role.Level, IsRetired ? null : Role.Level);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await set.RunAsync(Viewer, DraftId, RoleId, Level, Seen, cancel);
        TempData.Notify($"{Role.Title} {(IsRetired ? "is back" : "changed")} in this draft");
        return ToList(RoleId, Role.Title, Role.AgencyType, Level);
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await base.LoadAsync(cancel)) return false;
        var role = Details.Roles.FirstOrDefault(r => r.Id == RoleId);
        if (role is null && await InForceAsync(cancel) is { } inForce)
            (role, IsRetired) = (Details.Without(inForce).FirstOrDefault(r => r.Id == RoleId), true);
        if (role is null) return false;
        Role = role;
        return true;
    }
}
