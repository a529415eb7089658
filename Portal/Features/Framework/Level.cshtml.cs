using Microsoft.AspNetCore.Mvc;
using Portal.Features.Hubs;
using Portal.Security;

namespace Portal.Features.Framework;

[Allow(Permission.ReadFramework)]
public sealed class LevelModel(FrameworkView frameworks, IEnumerable<IPanelAbout<FrameworkPart>> panels, Viewer viewer)
    : FrameworkPageModel(frameworks, viewer)
{
    [FromRoute] public int Number { get; set; }
    public Level Level { get; private set; } = null!;
    public IReadOnlyList<Panel> Panels { get; private set; } = [];
    public IEnumerable<Competency> Statements =>
        Framework.Competencies.Where(c => c.LevelNumber == Number).OrderBy(c => c.Code, StringComparer.Ordinal);
    public IEnumerable<string> Roles => Details.Roles.Where(r => r.Level == Number).Select(r => r.Title);

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await base.LoadAsync(cancel) || Framework.Levels.FirstOrDefault(l => l.Number == Number) is not { } level) return false;
        Level = level;
        Panels = await panels.ShowAsync(Viewer, new(Framework, level), cancel);
        return true;
    }
}
