using Portal.Features.Imports.Sql;

namespace Portal.Features.Imports.Comparing;

/// <summary>
/// Finds the people whom the staged rows of a staff list name: by the employee number of someone in post at the agency, then by
/// email in the partnership, and without either, or where nobody has them yet, by name among the agency's people; then whom a
/// person has said that they are. Finding
/// someone does not say yet that the row is about them: <see cref="StaffListIdentities"/> decides that.
/// </summary>
internal static class StaffListPeople
{
    public static async Task FindAsync(ImportSql sql, bool isFullList, CancellationToken cancel)
    {
        await sql.RunAsync("People.MatchByKeys", cancel);
        await NamedOnly.FindAsync(sql, cancel);
        if (await sql.RunAsync("Names.LayOutLoose", cancel) > 0)
        {
            await sql.RunAsync("Names.MatchLoose", cancel);
            if (isFullList) await sql.RunAsync("Likely.TakeAnswers", cancel);
        }
        await sql.DropAsync(cancel, "Loose");
        await sql.RunAsync("People.ReadTogether", cancel);
    }
}
