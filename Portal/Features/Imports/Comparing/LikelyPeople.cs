using System.Data.Common;
using Portal.Features.Imports.Sql;

namespace Portal.Features.Imports.Comparing;

/// <summary>
/// Asks a person where somebody new may be one who would leave: of one forename, in one job and started on one day, or with one
/// number but for the zeros before it. Their training would be gone otherwise. What has been said is not asked again.
/// </summary>
internal static class LikelyPeople
{
    /// <summary>For those who would leave as the rows stand: nothing is done where nobody joins in one of their jobs.</summary>
    public static async Task AskAsync(ImportSql sql, CancellationToken cancel)
    {
        if (await sql.RunAsync("Likely.LayOut", cancel) > 0)
        {
            await RowByRow.DecideAsync(sql, "Likely.JoiningToFold", Forename, "Likely.FoldJoining", cancel);
            await RowByRow.DecideAsync(sql, "Likely.LeavingToFold", Forename, "Likely.FoldLeaving", cancel);
            await sql.RunAsync("Likely.Pair", cancel);
            await sql.RunAsync("Likely.Ask", cancel);
        }
        await sql.DropAsync(cancel, "Joining", "Leaving");
    }

    private static RowByRow.Answer Forename(DbDataReader row) => new(row.GetInt32(0), PersonName.ForenameOf(row.GetString(1)));
}
