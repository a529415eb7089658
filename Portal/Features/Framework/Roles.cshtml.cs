using Microsoft.AspNetCore.Mvc;
using Portal.Components;
using Portal.Components.GovUk;
using Portal.Security;

namespace Portal.Features.Framework;

[Allow(Permission.ReadFramework)]
public sealed class RolesModel(FrameworkView frameworks, Viewer viewer) : FrameworkPageModel(frameworks, viewer)
{
    [BindProperty(SupportsGet = true)] public string? Search { get; set; }
    [BindProperty(SupportsGet = true)] public AgencyType? Type { get; set; }
    [BindProperty(SupportsGet = true)] public int? Level { get; set; }

    public static IReadOnlyList<Choice> Types { get; } = Choice.Of<AgencyType>(t => t.Words());
    public IReadOnlyList<Choice> Levels => Framework.Levels.Choices();
    public bool IsDraft => Framework.State == FrameworkState.Draft;

    public IReadOnlyList<FrameworkView.RoleNeed> Found => [.. Details.Roles.Where(r =>
        (Search is null || r.Title.Contains(Search, StringComparison.CurrentCultureIgnoreCase)) && (Type is null || r.AgencyType == Type)
            && (Level is null || r.Level == Level))];
}
