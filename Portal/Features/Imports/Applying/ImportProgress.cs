using System.Collections.Concurrent;

namespace Portal.Features.Imports.Applying;

/// <summary>
/// How far the import that this node is applying has come. It cannot be a row: everything applies in one transaction, and
/// until that ends nobody else sees a word of it.
/// </summary>
public sealed class ImportProgress
{
    private readonly ConcurrentDictionary<Id<Import>, int> done = new();

    public void Report(Id<Import> importId, int rows) => done[importId] = rows;

    public void Forget(Id<Import> importId) => done.TryRemove(importId, out _);

    /// <summary>Rows so far; null when this node is not the one at work.</summary>
    public int? Of(Id<Import> importId) => done.TryGetValue(importId, out var rows) ? rows : null;
}
