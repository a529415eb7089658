using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Agencies;
using Portal.Features.Hubs;

namespace Portal.Features.Admin.Audit;

/// <summary>What was done lately about an agency, for those who may read both its audit and its staff.</summary>
public sealed class AgencyHistory(PortalDb db) : IAgencyPanel
{
    private const int Shown = 8;

    public sealed record Line(DateTime At, string Actor, string What);

    public sealed record Lately(IReadOnlyList<Line> Lines);

    public int Order => 40;

    public async Task<Panel?> RunAsync(Viewer viewer, AgencyView.Details agency, CancellationToken cancel)
    {
        var id = agency.Agency.Id;
        if (!viewer.May(Permission.ReadAudit, id) || !viewer.May(Permission.ReadStaff, id)) return null;
        var lines = await db.AuditEntries.OfPartnership(viewer).Where(e => e.AgencyId == id)
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Id)
            .Take(Shown).Select(e => new Line(e.At, e.Actor, e.What)).ToListAsync(cancel);
        return lines.Count == 0 ? null : new("~/Features/Admin/Audit/_AgencyHistory.cshtml", new Lately(lines));
    }
}
