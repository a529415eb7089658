using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Commissioning.SchoolTerms;

/// <summary>The school terms of the partnership, the first first.</summary>
public sealed class TermList(PortalDb db)
{
    public async Task<IReadOnlyList<SchoolTerm>> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        viewer.Require(Permission.ReadGaps);
        return await db.SchoolTerms.AsNoTracking().OfPartnership(viewer).OrderBy(t => t.From).ThenBy(t => t.Id).ToListAsync(cancel);
    }

    /// <summary>Null when it is not there, or was removed.</summary>
    public async Task<SchoolTerm?> OneAsync(Viewer viewer, Id<SchoolTerm> id, CancellationToken cancel)
    {
        viewer.Require(Permission.ReadGaps);
        return await db.SchoolTerms.AsNoTracking().OfPartnership(viewer).SingleOrDefaultAsync(t => t.Id == id, cancel);
    }
}
