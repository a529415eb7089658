using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Framework.Drafting;

/// <summary>
/// Takes a job role out of a draft. Earlier versions keep it, and so does the past; one that this draft had added is gone altogether.
/// </summary>
public sealed class RetireRole(PortalDb db)
{
    public async Task RunAsync(Viewer viewer, Id<Domain.Framework> frameworkId, Id<JobRole> roleId, int version, CancellationToken cancel)
    {
        var draft = await db.DraftAsync(viewer, frameworkId, cancel);
        Refused.IfStale(draft, version);
        var role = await db.JobRoles.OfPartnership(viewer).Where(r => r.Id == roleId)
            .OneOrRefuseAsync("This job role is no longer there", null, cancel);
        db.Remove(draft.Retire(role.Id));
        if (await db.AddedBy(draft).AnyAsync(r => r.Id == roleId, cancel)) db.JobRoles.Remove(role);
        db.RaiseVersion(draft);
        await db.SaveAsync(viewer, $"Retired the job role {role.Title} in version {draft.Number} of the framework", cancel);
    }
}
