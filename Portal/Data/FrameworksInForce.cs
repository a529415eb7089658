using Microsoft.EntityFrameworkCore;

namespace Portal.Data;

/// <summary>The version of the partnership's framework that is in force on a day.</summary>
public static class FrameworksInForce
{
    /// <summary>Whole; null when none is in force.</summary>
    public static Task<Framework?> FrameworkInForceAsync(
        this PortalDb db, Id<Partnership> partnershipId, DateOnly day, CancellationToken cancel) => db.VersionsInForce(partnershipId, day)
        .AsNoTracking().AsSplitQuery()
        .Include(f => f.Levels.OrderBy(l => l.Number)).Include(f => f.Competencies).Include(f => f.Requirements)
        .FirstOrDefaultAsync(cancel);

    /// <summary>With its levels, which say who holds what: one query, and not its statements nor what each job needs.</summary>
    public static Task<Framework?> RuleInForceAsync(
        this PortalDb db, Id<Partnership> partnershipId, DateOnly day, CancellationToken cancel) => db.VersionsInForce(partnershipId, day)
        .AsNoTracking().Include(f => f.Levels.OrderBy(l => l.Number)).FirstOrDefaultAsync(cancel);

    /// <summary>Its levels alone; none when there is no framework.</summary>
    public static Task<List<Level>> LevelsInForceAsync(
        this PortalDb db, Id<Partnership> partnershipId, DateOnly day, CancellationToken cancel) => db.VersionsInForce(partnershipId, day)
        .Take(1).SelectMany(f => f.Levels).OrderBy(l => l.Number).AsNoTracking().ToListAsync(cancel);

    /// <summary>
    /// The job roles that the version in force names: one that it has retired, or that only a draft has, stands for nobody. While no
    /// version is in force, all.
    /// </summary>
    public static async Task<IQueryable<JobRole>> RolesInForceAsync(
        this PortalDb db, Id<Partnership> partnershipId, DateOnly day, CancellationToken cancel)
    {
        var all = db.JobRoles.Where(r => r.PartnershipId == partnershipId);
        return await db.VersionsInForce(partnershipId, day).Select(f => (Id<Framework>?)f.Id).FirstOrDefaultAsync(cancel) is { } version
            ? all.Where(r => db.Set<LevelRequirement>().Any(n => n.FrameworkId == version && n.JobRoleId == r.Id)) : all;
    }

    /// <summary>The version in force first, and behind it those that it took the place of.</summary>
    internal static IOrderedQueryable<Framework> VersionsInForce(
        this PortalDb db, Id<Partnership> partnershipId, DateOnly day) => db.Frameworks
        .Where(f => f.PartnershipId == partnershipId && f.State == FrameworkState.Published && f.EffectiveFrom <= day)
        .Where(f => db.Partnerships.Any(p => p.Id == partnershipId && p.FrameworkCode == f.Code))
        .OrderByDescending(f => f.EffectiveFrom);
}
