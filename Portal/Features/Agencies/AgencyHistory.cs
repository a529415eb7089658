using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Agencies;

/// <summary>What was done lately about an agency, for those who may read both its audit and its staff.</summary>
public sealed class AgencyHistory(PortalDb db)
{
    private const int Shown = 8;

    public sealed record Line(DateTime At, string Actor, string What);

    public async Task<IReadOnlyList<Line>> RunAsync(Viewer viewer, Id<Agency> agencyId, CancellationToken cancel) =>
        !viewer.May(Permission.ReadAudit, agencyId) || !viewer.May(Permission.ReadStaff, agencyId) ? []
        : await db.AuditEntries.OfPartnership(viewer).Where(e => e.AgencyId == agencyId).OrderByDescending(e => e.At).ThenByDescending(e => e.Id)
            .Take(Shown).Select(e => new Line(e.At, e.Actor, e.What)).ToListAsync(cancel);
}
