using Microsoft.Extensions.Caching.Memory;

namespace Portal.Features.Standards;

/// <summary>
/// The rows of the matrix, kept from one request to the next while the database shows the same signs: what is kept is never
/// shown without asking. It holds nothing personal, and a node that has forgotten it reads it again.
/// </summary>
public sealed class MatrixMemory : IDisposable
{
    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = MostRows });

    private const int MostRows = 50_000;
    private static readonly TimeSpan Unused = TimeSpan.FromMinutes(20);

    /// <param name="Columns">The standards shown, by version and level.</param>
    public sealed record Key(Id<Partnership> PartnershipId, DateOnly Day, string Columns);

    /// <summary>The newest evaluation, and how often agencies have changed: a difference in any of them says that the rows may be other ones.</summary>
    public sealed record Sign(Id<Evaluation>? EvaluationId, int Agencies, long Versions);

    public async Task<IReadOnlyList<Matrix.Row>> OfAsync(Key key, Sign sign, Func<Task<IReadOnlyList<Matrix.Row>>> read)
    {
        if (cache.TryGetValue<(Sign Sign, IReadOnlyList<Matrix.Row> Rows)>(key, out var kept) && kept.Sign == sign) return kept.Rows;
        var rows = await read();
        cache.Set(key, (sign, rows), new MemoryCacheEntryOptions { Size = rows.Count + 1, SlidingExpiration = Unused });
        return rows;
    }

    public void Dispose() => cache.Dispose();
}
