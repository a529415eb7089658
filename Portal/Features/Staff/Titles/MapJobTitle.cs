using Microsoft.EntityFrameworkCore;
using Portal.Components;
using Portal.Data;

namespace Portal.Features.Staff.Titles;

/// <summary>Says which job role an agency's job title stands for: from then on everyone with the title needs that role's level.</summary>
public sealed class MapJobTitle(PortalDb db, UkClock clock)
{
    /// <summary>
    /// <paramref name="seenRole"/>: the role that the form showed as chosen, so that two people mapping
    /// at once do not undo each other.
    /// </summary>
    public async Task RunAsync(Viewer viewer, Id<JobTitle> titleId, Id<JobRole> roleId, Id<JobRole>? seenRole, CancellationToken cancel)
    {
        var (title, role) = await MapAsync(viewer, titleId, roleId, seenRole, cancel);
        await db.SaveAsync(viewer, $"Mapped the job title {title} to {role}", cancel);
    }

    /// <summary>Several titles at once that were not mapped when the form showed them: all of them, or none.</summary>
    public async Task SeveralAsync(Viewer viewer, IReadOnlyDictionary<Id<JobTitle>, Id<JobRole>> roles, CancellationToken cancel)
    {
        if (roles.Count == 0) throw new Refused("Select a job role for at least one job title", "Roles");
        foreach (var (titleId, roleId) in roles) await MapAsync(viewer, titleId, roleId, null, cancel);
        await db.SaveAsync(viewer, $"Mapped {Words.Count(roles.Count, "job title")} to job roles", cancel);
    }

    private async Task<(string Title, string Role)> MapAsync(
        Viewer viewer, Id<JobTitle> titleId, Id<JobRole> roleId, Id<JobRole>? seenRole, CancellationToken cancel)
    {
        var agencies = db.Agencies.VisibleTo(viewer, Permission.MapJobTitles);
        var title = await db.JobTitles.Where(t => t.Id == titleId && agencies.Any(a => a.Id == t.AgencyId))
            .OneOrRefuseAsync("This job title is no longer within your reach", null, cancel);
        var roles = await db.RolesInForceAsync(viewer.PartnershipId, clock.Today, cancel);
        // One that the framework has retired is shown as none.
        var role = await roles.SingleOrDefaultAsync(r => r.Id == title.JobRoleId, cancel);
        if (role?.Id != seenRole) throw new Refused("Someone changed this while you were looking. Check it and try again");
        role = await roles.Where(r => r.Id == roleId).OneOrRefuseAsync("Select a job role", "RoleId", cancel);
        title.JobRoleId = role.Id;
        return (title.Title, role.Title);
    }
}
