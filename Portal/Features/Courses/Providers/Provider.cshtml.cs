using Portal.Features.Hubs;
using Portal.Security;

namespace Portal.Features.Courses.Providers;

[Allow(Permission.EditProviders)]
public sealed class ProviderModel(ProviderView providers, IEnumerable<IPanelAbout<ProviderView.Details>> panels, Viewer viewer)
    : ProviderPageModel(providers, viewer)
{
    public IReadOnlyList<Panel> Panels { get; private set; } = [];

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await base.LoadAsync(cancel)) return false;
        Panels = await panels.ShowAsync(Viewer, Details, cancel);
        return true;
    }
}
