using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Audit;

namespace Portal.Features.Commissioning.SchoolTerms;

/// <summary>What school terms are called in the audit.</summary>
public sealed class TermNames(PortalDb db) : INameRows
{
    public Task<List<RowName>> RunAsync(Viewer viewer, IReadOnlyList<Guid> ids, CancellationToken cancel)
    {
        var keys = ids.Select(id => new Id<SchoolTerm>(id)).ToList();
        return db.SchoolTerms.OfPartnership(viewer).Where(t => keys.Contains(t.Id))
            .Select(t => new RowName(t.Id.Value, t.Name)).ToListAsync(cancel);
    }
}
