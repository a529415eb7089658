using Microsoft.EntityFrameworkCore;

namespace Portal.Data.Seeding;

/// <summary>
/// Loads one version of a framework into a partnership: its job roles, levels, statements and which level each job needs.
/// A version that is there already is left as it is, so loading again changes nothing.
/// </summary>
public sealed class LoadFramework(PortalDb db)
{
    public async Task RunAsync(Id<Partnership> partnershipId, FrameworkSeed seed, CancellationToken cancel)
    {
        if (await db.Frameworks.AnyAsync(f => f.PartnershipId == partnershipId && f.Code == seed.Code && f.Number == seed.Version, cancel))
            return;
        var previousFrom = await db.Frameworks.Where(f => f.PartnershipId == partnershipId && f.Code == seed.Code)
            .MaxAsync(f => f.EffectiveFrom, cancel);

        var roles = await RolesAsync(partnershipId, seed, cancel);
        var framework = new Framework
        {
            PartnershipId = partnershipId, Code = seed.Code, Number = seed.Version, Title = seed.Title,
            Source = $"{seed.Source.Title}: {seed.Source.Url}", IsLadder = seed.IsLadder,
        };
        foreach (var level in seed.Levels)
        {
            framework.Add(LevelOf(framework.Id, level));
            foreach (var competency in level.Competencies) framework.Add(CompetencyOf(framework.Id, level.Number, competency));
        }
        foreach (var role in seed.Roles) framework.Require(roles[role.Code], role.Level);
        framework.Publish(seed.EffectiveFrom, previousFrom);
        db.Frameworks.Add(framework);
        await db.SaveAsync(Viewer.System(partnershipId), $"Loaded the framework {seed.Code}, version {seed.Version}", cancel);
    }

    private async Task<Dictionary<string, Id<JobRole>>> RolesAsync(
        Id<Partnership> partnershipId, FrameworkSeed seed, CancellationToken cancel)
    {
        var roles = await db.JobRoles.Where(r => r.PartnershipId == partnershipId).ToDictionaryAsync(r => r.Code, r => r.Id, cancel);
        foreach (var role in seed.Roles.Where(r => !roles.ContainsKey(r.Code)))
        {
            var added = new JobRole { PartnershipId = partnershipId, Code = role.Code, Title = role.Title, AgencyType = role.AgencyType };
            db.JobRoles.Add(added);
            roles.Add(role.Code, added.Id);
        }
        return roles;
    }

    private static Level LevelOf(Id<Framework> frameworkId, LevelSeed level) => new()
    {
        FrameworkId = frameworkId, Number = level.Number, Code = level.Code, Title = level.Title, Description = level.Description,
        Audience = level.Audience, MinimumHours = level.MinimumHours, Mode = level.Mode, RefreshMonths = level.RefreshMonths,
        RefreshNote = level.RefreshNote, DueMonths = level.DueMonths, RequiresLower = level.RequiresLower,
        StandAlone = level.StandAlone, TargetPercent = level.TargetPercent, NeedsContent = level.NeedsContent,
    };

    private static Competency CompetencyOf(Id<Framework> frameworkId, int level, CompetencySeed competency) => new()
    {
        FrameworkId = frameworkId, LevelNumber = level, Code = competency.Code, Statement = competency.Statement,
        Strands = competency.Strands is ["all"] ? "" : string.Join(' ', competency.Strands),
    };
}
