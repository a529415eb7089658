using Portal.Features.Imports.Sql;

namespace Portal.Features.Imports.Comparing;

/// <summary>
/// Rows that give a person neither a number nor an email: cleaners, volunteers, councillors. They are the one of the agency's
/// people in post who has the name, or of several the one who holds the job, leaving out whom other rows name by a key.
/// Somebody whose name nobody has is new; where several remain, the row is refused.
/// </summary>
internal static class NamedOnly
{
    public static async Task FindAsync(ImportSql sql, CancellationToken cancel)
    {
        if (await RowByRow.FoldNamesAsync(sql, "Names.RowsToFold", "Names.FoldRows", cancel) == 0) return;
        await sql.RunAsync("Names.PeopleHere", cancel);
        await RowByRow.FoldNamesAsync(sql, "Names.PeopleToFold", "Names.FoldPeople", cancel);
        await sql.RunAsync("Names.Match", cancel);
        await sql.DropAsync(cancel, "Names");
    }
}
