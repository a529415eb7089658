using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Agencies;

/// <summary>Says that the staff list is complete as it stands, without an import: nothing has changed.</summary>
public sealed class ConfirmStaffList(PortalDb db, UkClock clock)
{
    public async Task RunAsync(Viewer viewer, Id<Agency> agencyId, int version, CancellationToken cancel)
    {
        var agency = await db.Agencies.VisibleTo(viewer, Permission.ImportStaff).Where(a => a.Id == agencyId)
            .OneOrRefuseAsync("This agency is not within your reach", null, cancel);
        Refused.IfStale(agency, version);
        agency.ConfirmStaffList(clock.Today);
        await db.SaveAsync(viewer, "Confirmed that the staff list is complete", cancel);
    }

    /// <summary>How many people are on the list today.</summary>
    public Task<int> CountAsync(Id<Agency> agencyId, CancellationToken cancel) => db.Posts.CurrentOn(clock.Today)
        .Where(p => p.AgencyId == agencyId).Select(p => p.StaffId).Distinct().CountAsync(cancel);
}
