using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Staff.Titles;

/// <summary>
/// Job titles within reach with how many people have them; those not mapped to a job role of the framework in force first, the most
/// people first.
/// </summary>
public sealed class UnmappedTitles(PortalDb db, UkClock clock)
{
    public sealed record Row
    {
        public required Id<JobTitle> Id { get; init; }
        public required string Title { get; init; }
        public required string Agency { get; init; }
        public required AgencyType AgencyType { get; init; }
        public required int People { get; init; }
        public Id<JobRole>? RoleId { get; init; }
        public string? Role { get; init; }

        /// <summary>The job role it stood for until the framework retired it; null otherwise.</summary>
        public string? Retired { get; init; }
        public int? Level { get; init; }
    }

    public async Task<Page<Row>> RunAsync(Viewer viewer, bool all, int page, CancellationToken cancel)
    {
        var rows = await RowsAsync(viewer, cancel);
        return await rows.Where(r => all || r.RoleId == null).OrderBy(r => r.RoleId == null ? 0 : 1).ThenByDescending(r => r.People)
            .ThenBy(r => r.Title).ThenBy(r => r.Id).ToPageAsync(page, cancel);
    }

    public async Task<Row?> OneAsync(Viewer viewer, Id<JobTitle> titleId, CancellationToken cancel) =>
        await (await RowsAsync(viewer, cancel)).SingleOrDefaultAsync(r => r.Id == titleId, cancel);

    /// <summary>Where the partnership answers questions; null when it has not said.</summary>
    public Task<string?> SupportEmailAsync(Viewer viewer, CancellationToken cancel) =>
        db.Partnerships.Where(p => p.Id == viewer.PartnershipId).Select(p => p.SupportEmail).SingleOrDefaultAsync(cancel);

    private async Task<IQueryable<Row>> RowsAsync(Viewer viewer, CancellationToken cancel)
    {
        var framework = (await db.FrameworkInForceAsync(viewer.PartnershipId, clock.Today, cancel))?.Id;
        var roles = await db.RolesInForceAsync(viewer.PartnershipId, clock.Today, cancel);
        return from agency in db.Agencies.VisibleTo(viewer, Permission.MapJobTitles)
               join title in db.JobTitles on agency.Id equals title.AgencyId
               select new Row
               {
                   Id = title.Id, Title = title.Title, Agency = agency.Name, AgencyType = agency.Type,
                   People = db.Posts.CurrentOn(clock.Today).Count(p => p.JobTitleId == title.Id),
                   RoleId = roles.Where(r => r.Id == title.JobRoleId).Select(r => (Id<JobRole>?)r.Id).FirstOrDefault(),
                   Role = roles.Where(r => r.Id == title.JobRoleId).Select(r => r.Title).FirstOrDefault(),
                   Retired = db.JobRoles.Where(r => r.Id == title.JobRoleId && !roles.Any(f => f.Id == r.Id)).Select(r => r.Title)
                       .FirstOrDefault(),
                   Level = db.Set<LevelRequirement>().Where(r => r.FrameworkId == framework && r.JobRoleId == title.JobRoleId)
                       .Select(r => r.LevelNumber).FirstOrDefault(),
               };
    }
}
