using Portal.Features.Hubs;

namespace Portal.Features.Commissioning.Ordering;

/// <summary>For the commissioner: orders that end soon, or have, while money of them is not spent.</summary>
public sealed class OrderTasks(OrdersEnding orders) : ITasks
{
    public int Order => 91;
    public Permission? Needs => Permission.DecideRequests;

    public async Task<IReadOnlyList<HomeTask>> RunAsync(Viewer viewer, CancellationToken cancel) =>
        [.. (await orders.RunAsync(viewer, cancel)).Select(o => new HomeTask(
            $"Plan dates for {o.Unspent} of {o.Reference}, {o.Title}, or close it", o.Page, o.Until,
            $"It {o.Why}"))];
}
