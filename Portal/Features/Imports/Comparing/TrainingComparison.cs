using System.Data.Common;
using Portal.Data;
using Portal.Features.Imports.Sql;

namespace Portal.Features.Imports.Comparing;

/// <summary>
/// Gives every staged row of a training history its verdict. It must be about someone in post at the agency: by number, by email, or
/// without either by a name that only one of them has. As for every door, a number or an email alone is not enough where the
/// row names somebody else.
/// </summary>
internal static class TrainingComparison
{
    public static async Task RunAsync(ImportSql sql, PortalDb db, Import import, CancellationToken cancel)
    {
        await sql.RunAsync("Training.Match", cancel);
        if (await RowByRow.FoldNamesAsync(sql, "Training.RowsToFold", "Training.FoldRows", cancel) > 0)
        {
            await sql.RunAsync("Training.LayOutNames", cancel);
            await RowByRow.FoldNamesAsync(sql, "Training.NamesToFold", "Training.FoldNames", cancel);
            await sql.RunAsync("Training.MatchNames", cancel);
            await sql.DropAsync(cancel, "TrainedNames");
        }
        await sql.RunAsync("Training.Identify", cancel);
        await RowByRow.DecideAsync(sql, "Training.Differing", Decide, "Training.TakeDiffering", cancel);
        await sql.RunAsync("Training.FindSecond", cancel);
        await sql.LayOutOwnAsync(db, import, cancel);
        await sql.RunAsync("Training.Keep", cancel);
        await sql.DropAsync(cancel, "MatchedTraining", "Own");
    }

    private static RowByRow.Answer Decide(DbDataReader row)
    {
        try
        {
            var known = new Identity.Known(row.GetString(2), IsInPostHere: true, IsKnownElsewhere: false);
            Identity.Decide(row.GetString(1), known, byNumber: row.GetBoolean(3), byEmail: row.GetBoolean(4));
            return new(row.GetInt32(0), null);
        }
        catch (Refused no)
        {
            return new(row.GetInt32(0), no.Message);
        }
    }
}
