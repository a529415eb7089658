using Portal.Security;

namespace Portal.Features.Reports;

[Allow(Permission.PrepareEditions)]
public sealed class DeliveriesModel(EditionView view, DeliveryList deliveries, Viewer viewer) : EditionPageModel(view, viewer)
{
    public IReadOnlyList<DeliveryList.Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Rows = await deliveries.RunAsync(Viewer, EditionId, cancel);
}
