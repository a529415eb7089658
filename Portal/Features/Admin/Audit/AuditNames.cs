using Portal.Data.Audit;

namespace Portal.Features.Admin.Audit;

/// <summary>
/// What the rows are called that changed, or that a changed field pointed to: an agency, a job role, a person. Rows that are gone have
/// no name.
/// </summary>
public sealed class AuditNames(IEnumerable<INameRows> rooms)
{
    public async Task<IReadOnlyDictionary<Guid, string>> RunAsync(
        Viewer viewer, IEnumerable<AuditList.Change> changes, CancellationToken cancel)
    {
        var shown = changes.ToList();
        var ids = shown.SelectMany(c => new[] { c.Old, c.New }).Where(v => Guid.TryParse(v, out _)).Select(v => Guid.Parse(v!))
            .Concat(shown.Select(c => c.RowId)).Distinct().Take(500).ToList();
        var names = new Dictionary<Guid, string>();
        if (ids.Count == 0) return names;
        foreach (var room in rooms)
            foreach (var (id, name) in await room.RunAsync(viewer, ids, cancel)) names[id] = name;
        return names;
    }
}
