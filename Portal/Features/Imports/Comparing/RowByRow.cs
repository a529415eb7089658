using System.Data.Common;
using Portal.Features.Imports.Sql;

namespace Portal.Features.Imports.Comparing;

/// <summary>
/// Decides in C# what the domain alone knows, such as whether two names are one, for the few rows that need it, and puts
/// the answers where SQL finds them. A piece of the rows at a time: memory does not grow with the file.
/// </summary>
internal static class RowByRow
{
    /// <summary>What was decided about the row of this number.</summary>
    public readonly record struct Answer(int Number, string? Text, bool Flag = false);

    /// <param name="select">The section that selects "Number" first, of rows from @from on in that order, at most @piece of them.</param>
    /// <param name="take">The section that takes the answers from the table "Answers" with the columns "Number", "Text" and "Flag".</param>
    /// <returns>How many rows were decided.</returns>
    public static async Task<int> DecideAsync(
        ImportSql sql, string select, Func<DbDataReader, Answer> decide, string take, CancellationToken cancel)
    {
        await sql.RunAsync("Answers.Begin", cancel);
        var decided = 0;
        for (var from = 1; ;)
        {
            var answers = await sql.ReadAsync(select, from, decide, cancel);
            await sql.FillAsync("Answers", [.. answers.Select(a => new object?[] { a.Number, a.Text, a.Flag })], cancel);
            if (answers.Count > 0) await sql.RunAsync(take, cancel);
            decided += answers.Count;
            if (answers.Count < ImportSql.Piece) break;
            await sql.RunAsync("Answers.Empty", cancel);
            from = answers[^1].Number + 1;
        }
        await sql.DropAsync(cancel, "Answers");
        return decided;
    }

    /// <summary>
    /// Writes what the spellings of a name have in common (<see cref="PersonName.KeyOf"/>) beside it: for the rows of which the
    /// section <paramref name="select"/> gives the number and the name, where <paramref name="take"/> puts it.
    /// </summary>
    public static Task<int> FoldNamesAsync(ImportSql sql, string select, string take, CancellationToken cancel) =>
        DecideAsync(sql, select, row => new(row.GetInt32(0), PersonName.KeyOf(row.GetString(1))), take, cancel);
}
