using System.Data.Common;

namespace Portal.Features.Imports.Comparing;

/// <summary>
/// Decides in C# what the domain alone knows, such as whether two names are one, for the few rows that need it, and puts
/// the answers where SQL finds them. A piece of the rows at a time: memory does not grow with the file.
/// </summary>
internal static class RowByRow
{
    private const int Piece = 500;

    /// <summary>What was decided about the row of this number.</summary>
    public readonly record struct Answer(int Number, string? Text, bool Flag = false);

    /// <param name="select">Selects "Number" first, of rows whose number is at least @from; their order and how many is added here.</param>
    /// <param name="update">Takes the answers from a table "Answers" with the columns "Number", "Text" and "Flag".</param>
    /// <returns>How many rows were decided.</returns>
    public static async Task<int> DecideAsync(
        ImportSql sql, string select, Func<DbDataReader, Answer> decide, string update, CancellationToken cancel)
    {
        await sql.ExecuteAsync("""DROP TABLE IF EXISTS "Answers" """, cancel);
        await sql.ExecuteAsync("""CREATE TEMP TABLE "Answers" ("Number" integer PRIMARY KEY, "Text" text, "Flag" boolean)""", cancel);
        var decided = 0;
        for (var from = 1; ;)
        {
            var answers = await sql.ReadAsync($"""{select} ORDER BY "Number" LIMIT {Piece}""", from, decide, cancel);
            await sql.FillAsync("Answers", [.. answers.Select(a => new object?[] { a.Number, a.Text, a.Flag })], cancel);
            if (answers.Count > 0) await sql.ExecuteAsync(update, cancel);
            decided += answers.Count;
            if (answers.Count < Piece) break;
            await sql.ExecuteAsync("""DELETE FROM "Answers" """, cancel);
            from = answers[^1].Number + 1;
        }
        await sql.ExecuteAsync("""DROP TABLE "Answers" """, cancel);
        return decided;
    }

    /// <summary>
    /// Writes what the spellings of a name have in common (<see cref="PersonName.KeyOf"/>) into "NameKey" of a table that has
    /// "Number" and "Name".
    /// </summary>
    /// <param name="condition">Which rows of the table, called t, need it.</param>
    public static Task<int> FoldNamesAsync(ImportSql sql, string table, string condition, CancellationToken cancel) => DecideAsync(sql,
        $"""SELECT t."Number", t."Name" FROM "{table}" t WHERE t."Number" >= @from AND {condition}""",
        row => new(row.GetInt32(0), PersonName.KeyOf(row.GetString(1))),
        $"""UPDATE "{table}" AS t SET "NameKey" = a."Text" FROM "Answers" a WHERE a."Number" = t."Number" """, cancel);
}
