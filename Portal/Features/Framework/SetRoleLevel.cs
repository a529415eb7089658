using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Framework;

/// <summary>Sets which level a job role needs in a draft; null says that it is set later.</summary>
public sealed class SetRoleLevel(PortalDb db)
{
    /// <param name="seen">The level that the form showed.</param>
    public async Task RunAsync(
        Viewer viewer, Id<Domain.Framework> frameworkId, Id<JobRole> roleId, int? level, int? seen, CancellationToken cancel)
    {
        var draft = await db.DraftAsync(viewer, frameworkId, cancel);
        var role = await db.JobRoles.OfPartnership(viewer).Where(r => r.Id == roleId)
            .OneOrRefuseAsync("This job role is no longer there", null, cancel);
        if (draft.Requirements.FirstOrDefault(r => r.JobRoleId == roleId)?.LevelNumber != seen)
            throw new Refused("Someone changed this while you were looking. Check it and try again");
        draft.Require(roleId, level);
        db.RaiseVersion(draft);
        await db.SaveAsync(viewer, $"Set the level of {role.Title} in version {draft.Number} of the framework", cancel);
    }
}
