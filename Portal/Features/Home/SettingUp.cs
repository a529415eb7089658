using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Home;

/// <summary>What a new partnership still lacks before anything can be measured and reported, in the order in which this person can put it right.</summary>
public sealed class SettingUp(PortalDb db, UkClock clock)
{
    public async Task<IReadOnlyList<HomeTask>> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        List<HomeTask> tasks = [];
        if (viewer.Role == Role.SystemAdministrator && !await HoldsAsync(viewer, [Role.Commissioner], cancel))
            tasks.Add(new("Invite a commissioner", "/Admin/People/Invite", null, "They add the agencies and the meetings, and approve the reports"));
        if (!viewer.May(Permission.GovernAgencies)) return tasks;

        if (!await db.Phases.OfPartnership(viewer).AnyAsync(cancel))
            tasks.Add(new("Add the first phase", "/Agencies/Phases", null, "Agencies begin in phases. Nothing is due from an agency before its phase begins"));
        else if (!await db.Agencies.OfPartnership(viewer).AnyAsync(cancel))
            tasks.Add(new("Add the first agency", "/Agencies/Add", null, "Then invite its leads, who bring in the staff list and the training records"));
        if (!await HoldsAsync(viewer, [Role.BoardChair, Role.BoardMember], cancel))
            tasks.Add(new("Invite the members of the board", "/Admin/People/Invite", null, "The noncompliance report goes to them"));
        return tasks;
    }

    private Task<bool> HoldsAsync(Viewer viewer, Role[] roles, CancellationToken cancel)
    {
        var today = clock.Today;
        return db.Memberships.OfPartnership(viewer).NotOverOn(db, today).AnyAsync(m => roles.Contains(m.Role), cancel);
    }
}
