using Microsoft.EntityFrameworkCore;

namespace Portal.Data;

/// <summary>One page of a list: its rows, which page it is (from 1), and how many rows there are in all.</summary>
public sealed record Page<T>(IReadOnlyList<T> Rows, int Number, int Total)
{
    public const int Size = 25;

    public int Count => PagesOf(Total);

    /// <summary>The page of this number of rows that are all at hand, or the last one.</summary>
    public static Page<T> Of(IReadOnlyList<T> all, int number)
    {
        var page = Within(number, all.Count);
        return new([.. all.Skip((page - 1) * Size).Take(Size)], page, all.Count);
    }

    internal static int Within(int number, int total) => Math.Clamp(number, 1, PagesOf(total));

    private static int PagesOf(int total) => Math.Max(1, (total + Size - 1) / Size);
}

public static class Paging
{
    /// <summary>Counts and pages in the database. The order must end in a unique key.</summary>
    public static async Task<Page<T>> ToPageAsync<T>(this IQueryable<T> rows, int number, CancellationToken cancel) =>
        await rows.ToPageAsync(number, await rows.CountAsync(cancel), cancel);

    /// <summary>All of them as the only page, for a file.</summary>
    public static async Task<Page<T>> ToOnePageAsync<T>(this IQueryable<T> rows, CancellationToken cancel)
    {
        var all = await rows.ToListAsync(cancel);
        return new(all, 1, all.Count);
    }

    /// <summary>For rows that are counted in a quicker way. The order must end in a unique key.</summary>
    public static async Task<Page<T>> ToPageAsync<T>(this IQueryable<T> rows, int number, int total, CancellationToken cancel)
    {
        var page = Page<T>.Within(number, total);
        return new(await rows.Skip((page - 1) * Page<T>.Size).Take(Page<T>.Size).ToListAsync(cancel), page, total);
    }
}
