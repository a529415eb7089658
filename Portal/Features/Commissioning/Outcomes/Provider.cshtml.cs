using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Commissioning.Outcomes;

[Allow(Permission.ReadRequests)]
public sealed class ProviderModel(OutcomesOfProvider outcomes, Viewer viewer) : LoadedPageModel
{
    [FromRoute] public Id<Provider> ProviderId { get; set; }

    /// <summary>The first of the two calendar years of a financial year.</summary>
    [BindProperty(SupportsGet = true)] public int? Year { get; set; }
    public OutcomesOfProvider.Details Details { get; private set; } = null!;

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await outcomes.RunAsync(viewer, ProviderId, Year, cancel) is not { } found) return false;
        Details = found;
        return true;
    }
}
