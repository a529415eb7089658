using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Imports.Applying;

/// <summary>
/// How far the imports that are being applied have come. Everything applies in one transaction, and until that ends nobody
/// else sees a word of it: so the rows so far are written beside it, over a connection of their own, for every node to read.
/// SQLite has one writer, which is that transaction, and one node: there they are kept in memory.
/// </summary>
public sealed class ImportProgress(IServiceScopeFactory scopes)
{
    private readonly ConcurrentDictionary<Id<Import>, int> done = new();

    public async Task ReportAsync(Id<Import> importId, int rows, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        if (db.Database.IsSqlite()) done[importId] = rows;
        else await db.Imports.Where(i => i.Id == importId).ExecuteUpdateAsync(i => i.SetProperty(x => x.Done, rows), cancel);
    }

    public void Forget(Id<Import> importId) => done.TryRemove(importId, out _);

    /// <summary>Rows so far as this node remembers them; null where the import's own row says it.</summary>
    public int? Of(Id<Import> importId) => done.TryGetValue(importId, out var rows) ? rows : null;
}
