using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Commissioning.Ordering;

/// <summary>Cancels an order, or closes it once a part of it was held.</summary>
[Allow(Permission.DecideRequests)]
public sealed class EndModel(RequestView view, OrderView orders, EndOrder end, Viewer viewer) : OrderPageModel(view, orders, viewer)
{
    [BindProperty, UpTo(1000)] public string? Because { get; set; }
    public bool WasHeld => Ordered.Dates.Any(d => d.Standing == OrderedDate.Held);
    public IEnumerable<OrderView.DateLine> ToCome => Ordered.Dates.Where(d => d.Standing == OrderedDate.ToCome);

    /// <summary>Of the order, and not of its request.</summary>
    public void OnGet() => Seen = Order.Version;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await end.RunAsync(Viewer, RequestId, Order.Number, cancelIt: !WasHeld, Because, Seen, cancel);
        return ToOrder(WasHeld ? "Closed. Everyone who asked is told" : "Cancelled. Everyone who asked is told");
    }
}
