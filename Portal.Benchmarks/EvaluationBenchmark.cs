using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain;

namespace Portal.Benchmarks;

/// <summary>
/// The nightly evaluation against one script of SQL, written by hand for the database, which makes the same figures for all
/// partnerships at once and writes the same results and flags. Both must agree on every figure.
/// </summary>
internal static class EvaluationBenchmark
{
    public static async Task RunAsync(Options options)
    {
        await using var boroughs = await MadeUp.ProfileAsync(options);
        var portal = await Sample.OfAsync(options.Runs, boroughs.ForgetAsync, () => boroughs.EvaluateAsync());
        var again = await Sample.OfAsync(options.Runs, () => Task.CompletedTask, () => boroughs.EvaluateAsync());
        var memory = Process.GetCurrentProcess().PeakWorkingSet64 >> 20; // Before the floor has used any.
        var (rows, found) = await FiguresAsync(boroughs, Path.Combine(options.Folder, "evaluation-portal.txt"));

        var floor = await Sample.OfAsync(options.Runs, boroughs.ForgetAsync, () => FloorAsync(boroughs, options.Provider));
        var (floorRows, expected) = await FiguresAsync(boroughs, Path.Combine(options.Folder, "evaluation-floor.txt"));

        var table = new Table("evaluation", "runs", "median s", "p95 s", "floor s", "ratio", "rows written");
        table.Add(
            "first night: every row is new", options.Runs, portal.Median, portal.P95, floor.Median, portal.Median / floor.Median, rows);
        table.Add("a night on which nothing changed", options.Runs, again.Median, again.P95, "", "", 0);
        table.Print($"Nightly evaluation, {options.Profile}, {options.Provider}");
        Console.WriteLine(
            $"Peak memory of the evaluation: {memory:N0} MB. Figures "
                + (found == expected
                    ? "agree with the floor in every row."
                    : $"DIFFER from the floor ({rows:N0} rows, floor {floorRows:N0})."));
        await boroughs.ForgetAsync();
        if (found != expected)
            throw new InvalidOperationException($"The evaluation and its floor differ: see the two lists in {options.Folder}");
    }

    private static Task FloorAsync(MadeUp boroughs, DatabaseProvider provider) => boroughs.ActAsync(async acts =>
    {
        var (db, clock) = (acts.GetRequiredService<PortalDb>(), acts.GetRequiredService<UkClock>());
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        (command.CommandTimeout, command.CommandText) =
            (0, Repository.Sql(provider == DatabaseProvider.Sqlite ? "evaluation.sqlite" : "evaluation.postgres")
                .Replace("@day", clock.Today.ToString("\\'yyyy-MM-dd\\'", CultureInfo.InvariantCulture), StringComparison.Ordinal));
        await command.ExecuteNonQueryAsync();
    });

    /// <summary>Lists all results and flags in a file: how many there are, and a fingerprint of what they say.</summary>
    private static async Task<(long Rows, string Hash)> FiguresAsync(MadeUp boroughs, string path)
    {
        var rows = 0L;
        await using (var list = new StreamWriter(path)) await boroughs.ActAsync(async acts =>
        {
            var db = acts.GetRequiredService<PortalDb>();
            await db.Database.OpenConnectionAsync();
            foreach (var sql in new[]
            {
                """SELECT "AgencyId", "StandardCode", "Level", "StandardId", "From", "Outcome", "Numerator", "Denominator" """
                    + """FROM "StandardResults" ORDER BY 1, 2, 3""",
                """SELECT "AgencyId", "StandardCode", "Level", "FirstSeenOn", "Occurrence", "Severity", "State" """
                    + """FROM "Flags" ORDER BY 1, 2, 3""",
            })
            {
                await using var command = db.Database.GetDbConnection().CreateCommand();
                (command.CommandTimeout, command.CommandText) = (0, sql);
                await using var reader = await command.ExecuteReaderAsync();
                for (; await reader.ReadAsync(); rows++) await list.WriteLineAsync(Line(reader));
            }
        });
        await using var written = File.OpenRead(path);
        return (rows, Convert.ToHexString(await SHA256.HashDataAsync(written)));
    }

    private static string Line(DbDataReader reader) => string.Join('|', Enumerable.Range(0, reader.FieldCount)
        .Select(i => reader.GetValue(i) is byte[] id
            ? Convert.ToHexString(id)
            : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)));
}
