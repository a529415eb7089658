using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Audit;

namespace Portal.Features.Staff.Titles;

/// <summary>What job titles are called in the audit.</summary>
public sealed class JobTitleNames(PortalDb db) : INameRows
{
    public Task<List<RowName>> RunAsync(Viewer viewer, IReadOnlyList<Guid> ids, CancellationToken cancel)
    {
        var keys = ids.Select(id => new Id<JobTitle>(id)).ToList();
        return db.JobTitles.OfPartnership(viewer).Where(r => keys.Contains(r.Id))
            .Select(r => new RowName(r.Id.Value, r.Title)).ToListAsync(cancel);
    }
}
