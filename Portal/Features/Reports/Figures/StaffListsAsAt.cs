using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Reports.Figures;

/// <summary>When each agency's staff list had last been confirmed, as at the end of a day.</summary>
public sealed class StaffListsAsAt(PortalDb db)
{
    /// <summary>Null for an agency whose list had not been confirmed by then.</summary>
    public async Task<Func<Agency, DateOnly?>> RunAsync(Viewer viewer, DateOnly day, CancellationToken cancel)
    {
        var said = await db.StaffListConfirmations.OfPartnership(viewer).Where(c => c.SaidOn <= day)
            .OrderBy(c => c.SaidOn).ThenBy(c => c.Id).Select(c => new { c.AgencyId, c.ConfirmedOn }).ToListAsync(cancel);
        var last = said.GroupBy(c => c.AgencyId).ToDictionary(g => g.Key, g => g.Last().ConfirmedOn);
        return agency => last.GetValueOrDefault(agency.Id);
    }
}
