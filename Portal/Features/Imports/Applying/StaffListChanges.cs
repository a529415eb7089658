using Portal.Features.Imports.Sql;

namespace Portal.Features.Imports.Applying;

/// <summary>
/// Copies a compared staff list into the agency's records. The order matters: people before the posts that name them as managers.
/// </summary>
internal static class StaffListChanges
{
    public static async Task RunAsync(ImportSql sql, int lastRow, Func<int, Task> progress, CancellationToken cancel)
    {
        await UseTitlesAddedMeanwhileAsync(sql, cancel);
        await sql.RunAsync("Apply.AddTitles", cancel);
        await sql.RunInChunksAsync("Apply.AddPeople", lastRow, row => progress(row / 3), cancel);
        await sql.RunInChunksAsync("Apply.AddPosts", lastRow, row => progress((lastRow + row) / 3), cancel);
        await sql.RunInChunksAsync("Apply.ChangePeople", lastRow, row => progress(lastRow * 2 / 3 + row / 6), cancel);
        await sql.RunInChunksAsync("Apply.ChangePosts", lastRow, row => progress(lastRow * 5 / 6 + row / 6), cancel);
    }

    /// <summary>A title that was new when the file was read may be on the agency's list by now: then it is that one.</summary>
    public static Task UseTitlesAddedMeanwhileAsync(ImportSql sql, CancellationToken cancel) =>
        sql.RunAsync("Apply.UseTitlesAddedMeanwhile", cancel);
}
