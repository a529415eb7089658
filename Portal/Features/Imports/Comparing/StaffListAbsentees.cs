using Portal.Features.Imports.Sql;

namespace Portal.Features.Imports.Comparing;

/// <summary>
/// People whom a full list does not name leave today. Any row names its person, a refused or misread one too: by number, by
/// email, and where neither leads to anyone, by name.
/// </summary>
internal static class StaffListAbsentees
{
    public static async Task AddAsync(ImportSql sql, CancellationToken cancel)
    {
        if (await sql.RunAsync("Absentees.Add", cancel) == 0) return;
        await LikelyPeople.AskAsync(sql, cancel);
        await sql.RunAsync("Absentees.LayOutNames", cancel);
        if (await RowByRow.FoldNamesAsync(sql, "Absentees.NamedToFold", "Absentees.FoldNamed", cancel) > 0)
        {
            await RowByRow.FoldNamesAsync(sql, "Absentees.AbsentToFold", "Absentees.FoldAbsent", cancel);
            await sql.RunAsync("Absentees.SpareTheNamed", cancel);
        }
        await sql.DropAsync(cancel, "Named", "Absent");
    }
}
