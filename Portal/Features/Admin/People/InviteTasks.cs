using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Hubs;

namespace Portal.Features.Admin.People;

/// <summary>Whom a new partnership still lacks: a commissioner, who is for the administrator to invite, and then a board.</summary>
public sealed class InviteTasks(PortalDb db, UkClock clock) : ITasks
{
    public int Order => 30;
    public Permission? Needs => Permission.ManagePeople;

    public async Task<IReadOnlyList<HomeTask>> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        List<HomeTask> tasks = [];
        if (viewer.Role == Role.SystemAdministrator && !await HoldsAsync(viewer, [Role.Commissioner], cancel))
            tasks.Add(new("Invite a commissioner", "/Admin/People/Invite", null,
                "They add the agencies and the meetings, and approve the reports"));
        if (viewer.May(Permission.GovernAgencies) && !await HoldsAsync(viewer, [Role.BoardChair, Role.BoardMember], cancel))
            tasks.Add(new("Invite the members of the board", "/Admin/People/Invite", null, "The noncompliance report goes to them"));
        return tasks;
    }

    private Task<bool> HoldsAsync(Viewer viewer, Role[] roles, CancellationToken cancel) =>
        db.Memberships.OfPartnership(viewer).NotOverOn(db, clock.Today).AnyAsync(m => roles.Contains(m.Role), cancel);
}
