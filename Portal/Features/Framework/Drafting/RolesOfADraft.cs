using Portal.Data;

namespace Portal.Features.Framework.Drafting;

internal static class RolesOfADraft
{
    /// <summary>The job roles that no other version has and no job title has ever stood for.</summary>
    public static IQueryable<JobRole> AddedBy(this PortalDb db, Domain.Framework draft) => db.JobRoles
        .Where(r => r.PartnershipId == draft.PartnershipId && !db.JobTitles.Any(t => t.JobRoleId == r.Id)
            && db.Set<LevelRequirement>().Any(n => n.FrameworkId == draft.Id && n.JobRoleId == r.Id)
            && !db.Set<LevelRequirement>().Any(n => n.FrameworkId != draft.Id && n.JobRoleId == r.Id));
}
