using Microsoft.Extensions.Caching.Memory;

namespace Portal.Features.Hubs;

/// <summary>
/// What is dear to make, kept from one request to the next while the database shows the same signs: what is kept is never shown without
/// asking. It holds nobody's name and nothing that belongs to one session, and a node that has forgotten it makes it again.
/// </summary>
/// <remarks>
/// A sign is a record of whatever grows with anything that the answer shows: a difference in any of it says that the answer may be
/// another one.
/// </remarks>
public sealed class KeptAnswers : IDisposable
{
    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = MostRows });

    // A row takes about 4 kB, as figures and as markup alike.
    private const int MostRows = 25_000;
    private static readonly TimeSpan Unused = TimeSpan.FromMinutes(20);

    /// <summary>How many answers are kept.</summary>
    public int Count => cache.Count;

    /// <summary>What was kept under the same sign; null when there is nothing, or the sign is another one.</summary>
    public T? Find<T>(object key, object sign) where T : class =>
        cache.TryGetValue<(object Sign, T What)>(key, out var kept) && kept.Sign.Equals(sign) ? kept.What : null;

    /// <summary>Keeps what was made after <paramref name="sign"/> was read, in place of what was made before.</summary>
    /// <param name="rows">How large it is, in rows of about 4 kB.</param>
    public T Keep<T>(object key, object sign, T what, int rows) where T : class
    {
        cache.Set(key, (sign, what), new MemoryCacheEntryOptions { Size = rows + 1, SlidingExpiration = Unused });
        return what;
    }

    public void Dispose() => cache.Dispose();
}
