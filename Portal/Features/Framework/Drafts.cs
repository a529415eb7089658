using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Framework;

internal static class Drafts
{
    /// <summary>The draft to change, whole. Refused to anyone who may not edit the framework.</summary>
    public static async Task<Domain.Framework> DraftAsync(
        this PortalDb db, Viewer viewer, Id<Domain.Framework> frameworkId, CancellationToken cancel)
    {
        viewer.Require(Permission.EditFramework);
        return await db.Frameworks.OfPartnership(viewer).AsSplitQuery().Include(f => f.Levels).Include(f => f.Competencies)
            .Include(f => f.Requirements)
            .Where(f => f.Id == frameworkId).OneOrRefuseAsync("This draft is no longer there", null, cancel);
    }
}
