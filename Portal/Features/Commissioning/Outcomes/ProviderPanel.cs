using Portal.Features.Courses.Providers;
using Portal.Features.Hubs;

namespace Portal.Features.Commissioning.Outcomes;

/// <summary>What a provider was ordered to give and what came of it, on its page: for those who read requests of the partnership.</summary>
public sealed class ProviderPanel(OutcomesOfOrders outcomes) : IPanelAbout<ProviderView.Details>
{
    public async Task<Panel?> RunAsync(Viewer viewer, ProviderView.Details shown, CancellationToken cancel) =>
        await outcomes.RunAsync(viewer, new(Provider: shown.Provider.Id), cancel) is { Count: > 0 } found
            ? new("~/Features/Commissioning/Outcomes/_Provider.cshtml", found) : null;
}
