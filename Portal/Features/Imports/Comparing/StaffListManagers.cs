using Portal.Features.Imports.Sql;

namespace Portal.Features.Imports.Comparing;

/// <summary>
/// Who the line managers that a staff list names are: someone on the agency's staff list, or in the file, by number, by email or by a
/// name that only one of them has. One who cannot be is left out, and the row says why: nobody is refused for their manager.
/// </summary>
internal static class StaffListManagers
{
    /// <summary>Whether the file names any.</summary>
    public static async Task<bool> FindAsync(ImportSql sql, CancellationToken cancel)
    {
        if (await sql.RunAsync("Managers.Name", cancel) == 0) return false;
        await sql.RunAsync("Managers.Find", cancel);
        if (await RowByRow.FoldNamesAsync(sql, "Managers.KeysToFold", "Managers.FoldKeys", cancel) == 0) return true;
        await sql.RunAsync("Managers.LayOutNames", cancel);
        await RowByRow.FoldNamesAsync(sql, "Managers.NamesToFold", "Managers.FoldNames", cancel);
        await sql.RunAsync("Managers.FindByName", cancel);
        await sql.DropAsync(cancel, "ManagerNames");
        return true;
    }

    /// <summary>
    /// Leaves out those who are asked first, those whose row is refused, and circles until none is left: without a new manager the old
    /// one stays, which may close another.
    /// </summary>
    public static async Task LeaveOutAsync(ImportSql sql, CancellationToken cancel)
    {
        await sql.RunAsync("Managers.LeaveOutThoseWhoAreAsked", cancel);
        await sql.RunAsync("Managers.LeaveOutThoseWhoWillNotBe", cancel);
        while (await ReportingCircles.LeaveOutAsync(sql, cancel) > 0) { }
        await sql.RunAsync("Managers.Settle", cancel);
    }
}
