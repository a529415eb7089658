using Portal.Features.Courses.Providers;
using Portal.Features.Hubs;

namespace Portal.Features.Commissioning.Outcomes;

/// <summary>
/// The newest orders to a provider and what came of them, on its page: for those who read requests of the partnership.
/// </summary>
public sealed class ProviderPanel(OutcomesOfOrders outcomes) : IPanelAbout<ProviderView.Details>
{
    private const int Newest = 5;

    public sealed record Shown(Id<Provider> ProviderId, IReadOnlyList<OutcomesOfOrders.Line> Orders);

    public async Task<Panel?> RunAsync(Viewer viewer, ProviderView.Details shown, CancellationToken cancel) =>
        await outcomes.RunAsync(viewer, new(Provider: shown.Provider.Id, Newest: Newest), cancel) is { Count: > 0 } found
            ? new("~/Features/Commissioning/Outcomes/_Provider.cshtml", new Shown(shown.Provider.Id, found)) : null;
}
