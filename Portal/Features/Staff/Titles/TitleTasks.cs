using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Hubs;

namespace Portal.Features.Staff.Titles;

/// <summary>Job titles that people have and that no job role of the framework in force stands for.</summary>
public sealed class TitleTasks(PortalDb db, UkClock clock) : ITasks
{
    public int Order => 120;
    public Permission? Needs => Permission.MapJobTitles;

    public async Task<IReadOnlyList<HomeTask>> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        var (held, all) = (db.Posts.CurrentOn(clock.Today), db.JobTitles.OfPartnership(viewer));
        var within = viewer.Reach(Permission.MapJobTitles) == Reach.Partnership ? all : all.Where(t => t.AgencyId == viewer.AgencyId);
        var roles = await db.RolesInForceAsync(viewer.PartnershipId, clock.Today, cancel);
        var titles = await within.CountAsync(t => !roles.Any(r => r.Id == t.JobRoleId) && held.Any(p => p.JobTitleId == t.Id), cancel);
        return titles == 0 ? [] : [new($"Map {Words.Count(titles, "job title")} to a job role", "/Staff/Titles", null,
            "People in an unmapped job never count as trained")];
    }
}
