using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Commissioning.Checking;

/// <summary>What people found about the clauses of a request, with their notes: for those who decide alone.</summary>
public sealed class FindingsOf(PortalDb db)
{
    public async Task<IReadOnlyList<ClauseFinding>> RunAsync(Viewer viewer, Id<CommissioningRequest> id, CancellationToken cancel)
    {
        viewer.Require(Permission.DecideRequests);
        return await db.ClauseFindings.AsNoTracking().OfPartnership(viewer).Where(f => f.RequestId == id).OrderBy(f => f.ClauseCode)
            .ToListAsync(cancel);
    }
}
