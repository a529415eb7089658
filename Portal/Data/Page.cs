using Microsoft.EntityFrameworkCore;

namespace Portal.Data;

/// <summary>One page of a list: its rows, which page it is (from 1), and how many rows there are in all.</summary>
public sealed record Page<T>(IReadOnlyList<T> Rows, int Number, int Total)
{
    public const int Size = 25;

    public int Count => Math.Max(1, (Total + Size - 1) / Size);
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
        var page = Math.Clamp(number, 1, Math.Max(1, (total + Page<T>.Size - 1) / Page<T>.Size));
        return new(await rows.Skip((page - 1) * Page<T>.Size).Take(Page<T>.Size).ToListAsync(cancel), page, total);
    }
}
