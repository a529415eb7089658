using Portal.Features.Hubs;
using Portal.Security;

namespace Portal.Features.Framework;

[Allow(Permission.ReadFramework)]
public sealed class IndexModel(
    FrameworkView frameworks, FrameworkVersions versions, IEnumerable<IPanelAbout<FrameworkPart>> panels, Viewer viewer)
    : FrameworkPageModel(frameworks, viewer)
{
    public IReadOnlyList<FrameworkVersions.Row> Versions { get; private set; } = [];
    public IReadOnlyList<Panel> Panels { get; private set; } = [];
    public FrameworkVersions.Row? Draft => MayEdit ? Versions.FirstOrDefault(v => v.Place == VersionPlace.Draft) : null;
    public FrameworkVersions.Row? Shown => Versions.FirstOrDefault(v => v.Id == Framework.Id);

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await base.LoadAsync(cancel)) return false;
        Versions = [.. (await versions.RunAsync(Viewer, cancel)).Where(v => MayEdit || v.Place != VersionPlace.Draft)];
        Panels = await panels.ShowAsync(Viewer, new(Framework, null), cancel);
        return true;
    }
}
