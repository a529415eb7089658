using Portal.Features.Hubs;

namespace Portal.Features.Search;

/// <summary>What each room finds for the same words, in the order of the rooms; those that find nothing are left out.</summary>
public sealed class SearchResults(IEnumerable<IFind> rooms)
{
    /// <summary>Fewer letters would find nearly everything.</summary>
    public const int Fewest = 2;

    public async Task<IReadOnlyList<Found>> RunAsync(Viewer viewer, string words, CancellationToken cancel)
    {
        List<Found> all = [];
        foreach (var room in rooms.Where(r => viewer.May(r.Needs)).OrderBy(r => r.Order))
            if (await room.RunAsync(viewer, words, cancel) is { Total: > 0 } found) all.Add(found);
        return all;
    }
}
