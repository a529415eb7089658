using Portal.Features.Imports.Sql;

namespace Portal.Features.Imports.Comparing;

/// <summary>
/// Gives every staged row of a staff list its verdict: who it is about, which of their posts, and what would change. What only
/// some rows need, because several are about one person or the names differ, is done for those rows alone.
/// </summary>
internal static class StaffListComparison
{
    public static async Task RunAsync(ImportSql sql, Import import, CancellationToken cancel)
    {
        await StaffListPeople.FindAsync(sql, import.IsFullList, cancel);
        await StaffListIdentities.DecideAsync(sql, cancel);
        await sql.RunAsync("Posts.Match", cancel);
        var namesManagers = await StaffListManagers.FindAsync(sql, cancel);
        await sql.RunAsync("Verdicts.Settle", cancel);
        await sql.RunAsync("Verdicts.Keep", cancel);
        await sql.RunAsync("Verdicts.NamePeopleOfSeveralRows", cancel);
        if (import.IsFullList) await StaffListAbsentees.AddAsync(sql, cancel);
        if (namesManagers) await StaffListManagers.LeaveOutAsync(sql, cancel);
        await sql.DropAsync(cancel, "Matched", "Managers");
    }
}
