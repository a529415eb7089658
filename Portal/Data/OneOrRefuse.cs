using Microsoft.EntityFrameworkCore;

namespace Portal.Data;

public static class OneOrRefuse
{
    /// <summary>
    /// The one row that was asked for, or a refusal in the words of the form: what a person may not see cannot be chosen.
    /// </summary>
    public static async Task<T> OneOrRefuseAsync<T>(this IQueryable<T> rows, string sentence, string? field, CancellationToken cancel)
        where T : class =>
        await rows.SingleOrDefaultAsync(cancel) ?? throw new Refused(sentence, field);
}
