using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Hubs;

namespace Portal.Features.Imports;

/// <summary>The staff list of someone's own agency, from 30 days before it stops counting.</summary>
public sealed class StaffListTasks(PortalDb db, UkClock clock) : ITasks
{
    private const int DaysOfNotice = 30;

    public int Order => 110;
    public Permission? Needs => Permission.ImportStaff;

    public async Task<IReadOnlyList<HomeTask>> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        var confirmed = await db.Agencies.VisibleTo(viewer).Where(a => a.Id == viewer.AgencyId)
            .Select(a => a.StaffListConfirmedOn).SingleAsync(cancel);
        var due = confirmed is { } last ? Agency.StaffListFreshUntil(last) : clock.Today;
        if (due > clock.Today.AddDays(DaysOfNotice)) return [];
        return [new("Bring the staff list up to date", "/Imports", due, confirmed is { } on
            ? $"Last confirmed on {Words.Day(on)}; it counts for {Agency.StaffListFreshDays} days" : "It has never been confirmed")];
    }
}
