using Microsoft.EntityFrameworkCore;

namespace Portal.Features.Commissioning.Ordering;

/// <summary>Puts a date of the catalogue under an order. Each date stands under one order at most.</summary>
public sealed class PutDateUnderOrder(ChangeOrder orders, DatesToOrder dates)
{
    public Task RunAsync(Viewer viewer, Id<CommissioningRequest> id, Id<CourseRun> run, CancellationToken cancel) =>
        orders.RunAsync(viewer, id, null, async order =>
        {
            if (!await dates.Of(viewer, order.ProviderId).AnyAsync(r => r.Id == run, cancel))
                throw new Refused("Select a date of the list", "RunId");
            order.Gives(run);
            return "Put a date under";
        }, cancel);
}
