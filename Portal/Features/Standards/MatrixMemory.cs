using Microsoft.Extensions.Caching.Memory;

namespace Portal.Features.Standards;

/// <summary>
/// The rows of the matrix, and the pages drawn from them, kept from one request to the next while the database shows the
/// same signs: what is kept is never shown without asking. It holds nothing personal and nothing that belongs to one
/// session, and a node that has forgotten it makes it again.
/// </summary>
public sealed class MatrixMemory : IDisposable
{
    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = MostRows });

    // A row takes about 4 kB, as figures and as markup alike.
    private const int MostRows = 25_000;
    private static readonly TimeSpan Unused = TimeSpan.FromMinutes(20);

    /// <param name="Columns">The standards shown, by version and level.</param>
    public sealed record Rows(Id<Partnership> PartnershipId, DateOnly Day, string Columns);

    /// <param name="Role">Which says all that the viewer may see and do here.</param>
    /// <param name="Address">Path and query: the filter, the order, and what links of the page lead back to.</param>
    public sealed record Page(Id<Partnership> PartnershipId, Role Role, DateOnly Today, string Address);

    /// <summary>
    /// What grows with anything that the matrix shows: a difference in any of them says that it may be another one. Standings
    /// and flags change in an evaluation alone, and a published framework never.
    /// </summary>
    /// <param name="Standards">Versions of those in force, and how many there are.</param>
    /// <param name="Agencies">Versions of all, and how many there are.</param>
    public sealed record Sign(Id<Domain.Framework>? FrameworkId, Id<Evaluation>? EvaluationId, long Standards, long Agencies);

    /// <summary>What was kept under the same sign; null when there is nothing, or the sign is another one.</summary>
    public T? Find<T>(object key, Sign sign)
        where T : class => cache.TryGetValue<(Sign Sign, T What)>(key, out var kept) && kept.Sign == sign ? kept.What : null;

    /// <summary>Keeps what was made after <paramref name="sign"/> was read, in place of what was made before.</summary>
    public T Keep<T>(object key, Sign sign, T what, int rows) where T : class
    {
        cache.Set(key, (sign, what), new MemoryCacheEntryOptions { Size = rows + 1, SlidingExpiration = Unused });
        return what;
    }

    public void Dispose() => cache.Dispose();
}
