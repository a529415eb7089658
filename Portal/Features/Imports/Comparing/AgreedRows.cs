using Portal.Features.Imports.Sql;

namespace Portal.Features.Imports.Comparing;

/// <summary>What would happen to each row as the person saw it, beside what would happen now: equal counts may hide other people.</summary>
internal static class AgreedRows
{
    public static Task KeepAsync(ImportSql sql, CancellationToken cancel) => sql.RunAsync("Agreed.Keep", cancel);

    public static async Task<bool> AreStillAsync(ImportSql sql, CancellationToken cancel)
    {
        var found = await sql.ReadAsync("Agreed.Differences", 0, _ => true, cancel);
        await sql.DropAsync(cancel, "Agreed");
        return found.Count == 0;
    }
}
