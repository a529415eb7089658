using Portal.Features.Imports.Sql;

namespace Portal.Features.Imports.Comparing;

/// <summary>Gives every staged row of a training history its verdict. It must be about someone in post at the agency.</summary>
internal static class TrainingComparison
{
    public static async Task RunAsync(ImportSql sql, CancellationToken cancel)
    {
        await sql.RunAsync("Training.Match", cancel);
        await sql.RunAsync("Training.Keep", cancel);
        await sql.DropAsync(cancel, "MatchedTraining");
    }
}
