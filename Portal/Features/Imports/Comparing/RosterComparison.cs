using Portal.Features.Imports.Sql;

namespace Portal.Features.Imports.Comparing;

/// <summary>
/// Gives every staged row of a roster its verdict: who it is about, which of their posts, and what would change. What only
/// some rows need, because several are about one person or the names differ, is done for those rows alone.
/// </summary>
internal static class RosterComparison
{
    public static async Task RunAsync(ImportSql sql, Import import, CancellationToken cancel)
    {
        await RosterPeople.FindAsync(sql, cancel);
        await RosterIdentities.DecideAsync(sql, cancel);
        await sql.RunAsync("Posts.Match", cancel);
        var namesManagers = await RosterManagers.FindAsync(sql, cancel);
        await sql.RunAsync("Verdicts.Settle", cancel);
        await sql.RunAsync("Verdicts.Keep", cancel);
        if (namesManagers) await RosterManagers.RefuseAsync(sql, cancel);
        await sql.RunAsync("Verdicts.NamePeopleOfSeveralRows", cancel);
        if (import.IsFullList) await RosterAbsentees.AddAsync(sql, cancel);
        await sql.DropAsync(cancel, "Matched", "Managers");
    }
}
