using Microsoft.AspNetCore.Mvc;
using Portal.Web;

namespace Portal.Features.Commissioning.Ordering;

/// <summary>A page about an order of a request, the newest where none is named: a request that is not ordered has none.</summary>
public abstract class OrderPageModel(RequestView view, OrderView orders, Viewer viewer) : RequestPageModel(view, viewer)
{
    /// <summary>Which of the orders of the request; null for the newest.</summary>
    [FromRoute] public int? Number { get; set; }
    public OrderView.Details Ordered { get; private set; } = null!;
    public TrainingOrder Order => Ordered.Order;

    protected override async Task<bool> PrepareAsync(CancellationToken cancel)
    {
        if (await orders.RunAsync(Viewer, Asked, Number, cancel) is not { } found) return false;
        Ordered = found;
        return true;
    }

    protected RedirectToPageResult ToOrder(string sentence)
    {
        TempData.Notify(sentence);
        return RedirectToPage("/Commissioning/Ordering/Order", new { RequestId, Order.Number });
    }
}
