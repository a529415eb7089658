using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Audit;

namespace Portal.Features.Commissioning.Ordering;

/// <summary>What orders are called in the audit.</summary>
public sealed class OrderNames(PortalDb db) : INameRows
{
    public async Task<List<RowName>> RunAsync(Viewer viewer, IReadOnlyList<Guid> ids, CancellationToken cancel)
    {
        var keys = ids.Select(id => new Id<TrainingOrder>(id)).ToList();
        return [.. (await db.TrainingOrders.OfPartnership(viewer).Where(o => keys.Contains(o.Id)).Select(o => new { o.Id, o.Number })
            .ToListAsync(cancel)).Select(o => new RowName(o.Id.Value, TrainingOrder.ReferenceOf(o.Number)))];
    }
}
