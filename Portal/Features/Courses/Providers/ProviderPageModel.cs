using Microsoft.AspNetCore.Mvc;
using Portal.Web;

namespace Portal.Features.Courses.Providers;

/// <summary>A page about one provider.</summary>
public abstract class ProviderPageModel(ProviderView providers, Viewer viewer) : LoadedPageModel<ProviderView.Details>
{
    [FromRoute] public Id<Provider> ProviderId { get; set; }
    [BindProperty] public int Seen { get; set; }
    public ProviderView.Details Details => Loaded;
    public Provider Provider => Details.Provider;
    protected Viewer Viewer => viewer;

    protected override Task<ProviderView.Details?> FindAsync(CancellationToken cancel) => providers.RunAsync(viewer, ProviderId, cancel);

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await base.LoadAsync(cancel)) return false;
        if (HttpMethods.IsGet(Request.Method)) Seen = Provider.Version;
        return true;
    }

    protected RedirectToPageResult ToProvider() => RedirectToPage("Provider", new { ProviderId });
}
