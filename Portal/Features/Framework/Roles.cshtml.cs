using Microsoft.AspNetCore.Mvc;
using Portal.Components;
using Portal.Components.GovUk;
using Portal.Security;

namespace Portal.Features.Framework;

[Allow(Permission.ReadFramework)]
public sealed class RolesModel(FrameworkView frameworks, RolePeople people, Viewer viewer) : FrameworkPageModel(frameworks, viewer)
{
    /// <param name="IsRetired">In force, and not in this draft: its need is the one in force.</param>
    public sealed record Row(FrameworkView.RoleNeed Role, bool IsRetired);

    private IReadOnlyList<FrameworkView.RoleNeed> retired = [];

    [BindProperty(SupportsGet = true)] public string? Search { get; set; }
    [BindProperty(SupportsGet = true)] public AgencyType? Type { get; set; }
    [BindProperty(SupportsGet = true)] public int? Level { get; set; }

    public static IReadOnlyList<Choice> Types { get; } = Choice.Of<AgencyType>(t => t.Words());
    public IReadOnlyList<Choice> Levels => Framework.Levels.Choices();
    public bool IsDraft => Framework.State == FrameworkState.Draft;
    public RolePeople.Found People { get; private set; } = null!;

    /// <summary>Whose people are counted.</summary>
    public string PeopleHeading => !People.MaySee ? "People" : Viewer.Reach(Permission.ReadStaff) switch
    {
        Reach.Team => "People in your team",
        Reach.Agency => "People at your agency",
        _ => "People",
    };

    public IReadOnlyList<Row> Found => [.. Details.Roles.Select(r => new Row(r, false)).Concat(retired.Select(r => new Row(r, true)))
        .Where(r => (Search is null || r.Role.Title.Contains(Search, StringComparison.CurrentCultureIgnoreCase))
            && (Type is null || r.Role.AgencyType == Type) && (Level is null || (!r.IsRetired && r.Role.Level == Level)))
        .OrderBy(r => r.Role.Title, StringComparer.CurrentCulture).ThenBy(r => r.Role.Id)];

    /// <summary>To a page about a role of the draft, which knows its way back to this list.</summary>
    public object To(Id<JobRole>? role) => new { frameworkId = Framework.Id, roleId = role, search = Search, type = Type, needs = Level };

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await base.LoadAsync(cancel)) return false;
        if (IsDraft && await InForceAsync(cancel) is { } inForce) retired = Details.Without(inForce);
        People = await people.RunAsync(Viewer, cancel);
        return true;
    }
}
