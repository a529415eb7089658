using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Admin.Audit;

/// <summary>What the rows are called that a changed field pointed to: an agency, a job role, a person. Rows that are gone have no name.</summary>
public sealed class AuditNames(PortalDb db)
{
    public async Task<IReadOnlyDictionary<Guid, string>> RunAsync(Viewer viewer, IEnumerable<AuditList.Change> changes, CancellationToken cancel)
    {
        var ids = changes.SelectMany(c => new[] { c.Old, c.New }).Where(v => Guid.TryParse(v, out _)).Select(v => Guid.Parse(v!)).Distinct().Take(500).ToList();
        var names = new Dictionary<Guid, string>();
        if (ids.Count == 0) return names;
        await AddAsync(Of<Agency>(ids), keys => db.Agencies.OfPartnership(viewer).Where(r => keys.Contains(r.Id)).Select(r => new Named(r.Id.Value, r.Name)));
        await AddAsync(Of<Body>(ids), keys => db.Bodies.OfPartnership(viewer).Where(r => keys.Contains(r.Id)).Select(r => new Named(r.Id.Value, r.Name)));
        await AddAsync(Of<JobRole>(ids), keys => db.JobRoles.OfPartnership(viewer).Where(r => keys.Contains(r.Id)).Select(r => new Named(r.Id.Value, r.Title)));
        await AddAsync(Of<JobTitle>(ids), keys => db.JobTitles.OfPartnership(viewer).Where(r => keys.Contains(r.Id)).Select(r => new Named(r.Id.Value, r.Title)));
        await AddAsync(Of<StaffMember>(ids), keys => db.Staff.OfPartnership(viewer).Where(r => keys.Contains(r.Id)).Select(r => new Named(r.Id.Value, r.Name)));
        await AddAsync(Of<User>(ids), keys => db.Users.Where(r => keys.Contains(r.Id)).Select(r => new Named(r.Id.Value, r.Name)));
        return names;

        async Task AddAsync<T>(List<Id<T>> keys, Func<List<Id<T>>, IQueryable<Named>> rows)
        {
            foreach (var (id, name) in await rows(keys).ToListAsync(cancel)) names[id] = name;
        }
    }

    private static List<Id<T>> Of<T>(List<Guid> ids) => [.. ids.Select(id => new Id<T>(id))];

    private sealed record Named(Guid Id, string Name);
}
