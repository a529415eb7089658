using Portal.Features.Imports.Sql;

namespace Portal.Features.Imports.Comparing;

/// <summary>Who the line managers that a staff list names are: someone on the agency's staff list, or in the file.</summary>
internal static class StaffListManagers
{
    /// <summary>Whether the file names any.</summary>
    public static async Task<bool> FindAsync(ImportSql sql, CancellationToken cancel)
    {
        if (await sql.RunAsync("Managers.Name", cancel) == 0) return false;
        await sql.RunAsync("Managers.Find", cancel);
        return true;
    }

    /// <summary>
    /// Refuses those whose manager is refused, and circles, until no more are: a refused row leaves its person where they were, which
    /// may refuse another.
    /// </summary>
    public static async Task RefuseAsync(ImportSql sql, CancellationToken cancel)
    {
        await sql.RunAsync("Managers.RefuseThoseWhoAreAsked", cancel);
        do { while (await sql.RunAsync("Managers.RefuseThoseWhoWillNotBe", cancel) > 0) { } }
        while (await ReportingCircles.RefuseAsync(sql, cancel) > 0);
    }
}
