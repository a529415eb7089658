using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Audit;

namespace Portal.Features.Commissioning;

/// <summary>What requests to commission are called in the audit.</summary>
public sealed class RequestNames(PortalDb db) : INameRows
{
    public async Task<List<RowName>> RunAsync(Viewer viewer, IReadOnlyList<Guid> ids, CancellationToken cancel)
    {
        var keys = ids.Select(id => new Id<CommissioningRequest>(id)).ToList();
        return [.. (await db.CommissioningRequests.OfPartnership(viewer).Where(r => keys.Contains(r.Id))
            .Select(r => new { r.Id, r.Number, r.Title }).ToListAsync(cancel))
            .Select(r => new RowName(r.Id.Value, $"{CommissioningRequest.ReferenceOf(r.Number)}, {r.Title}"))];
    }
}
