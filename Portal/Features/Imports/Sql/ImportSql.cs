using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Portal.Data;

namespace Portal.Features.Imports.Sql;

/// <summary>
/// Runs the set-based statements about one import, which stand in .sql files (<see cref="SqlScripts"/>) in the SQL that SQLite
/// and PostgreSQL share. A statement may name the parameters @import, @agency, @partnership, @by (who applied it), @verified,
/// @today, @from and @to for a range of rows, @piece for how many are read at a time, and every sentence of
/// <see cref="RowSentences"/>; what else is not SQL in it is explained by <see cref="SqlVocabulary"/>.
/// </summary>
internal sealed partial class ImportSql
{
    /// <summary>Rows of one statement that works through a file range by range.</summary>
    public const int Chunk = 50_000;

    /// <summary>Rows that are read into memory at a time.</summary>
    public const int Piece = 500;

    /// <summary>A million rows take longer than the half minute that a page may.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    private readonly PortalDb db;
    private readonly SqlVocabulary vocabulary;
    private readonly Dictionary<string, object> values;

    public ImportSql(PortalDb db, Import import, DateOnly today)
    {
        this.db = db;
        vocabulary = new(db.Model);
        values = new()
        {
            ["@import"] = db.KeyOf(import.Id.Value), ["@agency"] = db.KeyOf(import.AgencyId.Value),
            ["@partnership"] = db.KeyOf(import.PartnershipId.Value), ["@by"] = db.KeyOf(import.AppliedBy?.Value ?? Guid.Empty),
            ["@verified"] = import.FromTrainingSystem, ["@today"] = today, ["@from"] = 0, ["@to"] = int.MaxValue, ["@piece"] = Piece,
        };
        foreach (var (name, sentence) in RowSentences.All) values.Add($"@{name}", sentence);
        // For the queries beside these, too: they are about as many rows.
        db.Database.SetCommandTimeout(Patience);
    }

    /// <summary>Runs the statements of a section in order, and says how many rows the last of them touched.</summary>
    public async Task<int> RunAsync(string section, CancellationToken cancel)
    {
        var touched = 0;
        foreach (var statement in SqlScripts.Of(section)) touched = await ExecuteAsync(statement, cancel);
        return touched;
    }

    /// <summary>The same, telling <paramref name="progress"/> before each statement how many of how many are done.</summary>
    public async Task RunAsync(string section, Func<int, int, Task> progress, CancellationToken cancel)
    {
        var statements = SqlScripts.Of(section);
        for (var i = 0; i < statements.Count; i++)
        {
            await progress(i, statements.Count);
            await ExecuteAsync(statements[i], cancel);
        }
    }

    /// <summary>Runs a section for each range of row numbers in turn, telling <paramref name="progress"/> how far it has come.</summary>
    public async Task RunInChunksAsync(string section, int lastRow, Func<int, Task> progress, CancellationToken cancel)
    {
        for (var from = 1; from <= lastRow; from += Chunk)
        {
            (values["@from"], values["@to"]) = (from, from + Chunk - 1);
            await RunAsync(section, cancel);
            await progress(Math.Min(lastRow, from + Chunk - 1));
        }
    }

    /// <summary>Reads what the one statement of a section selects, with @from as given.</summary>
    public async Task<IReadOnlyList<T>> ReadAsync<T>(string section, int from, Func<DbDataReader, T> read, CancellationToken cancel)
    {
        values["@from"] = from;
        await using var command = Command(SqlScripts.Of(section).Single());
        await using var reader = await command.ExecuteReaderAsync(cancel);
        List<T> rows = [];
        while (await reader.ReadAsync(cancel)) rows.Add(read(reader));
        return rows;
    }

    /// <summary>Adds rows to a temporary table, few enough for one statement.</summary>
    public async Task FillAsync(string table, IReadOnlyList<object?[]> rows, CancellationToken cancel)
    {
        if (rows.Count == 0) return;
        var places = rows.Select((row, r) => $"({string.Join(',', row.Select((_, c) => $"@v{r * row.Length + c}"))})");
        await using var command = Command($"""INSERT INTO "{table}" VALUES {string.Join(',', places)}""", rows.SelectMany(row => row));
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Ends temporary tables; those that are not there are no matter.</summary>
    public async Task DropAsync(CancellationToken cancel, params IEnumerable<string> tables)
    {
        foreach (var table in tables) await ExecuteAsync($"""DROP TABLE IF EXISTS "{table}" """, cancel);
    }

    /// <summary>A statement ready to run, with the parameters that it names and no others. The connection is open already.</summary>
    internal DbCommand Command(string statement)
    {
        var command = Command(vocabulary.Render(statement), []);
        foreach (var name in Names().Matches(command.CommandText).Select(m => m.Value).Distinct()) Add(command, name, values[name]);
        return command;
    }

    private async Task<int> ExecuteAsync(string statement, CancellationToken cancel)
    {
        await using var command = Command(statement);
        return await command.ExecuteNonQueryAsync(cancel);
    }

    private DbCommand Command(string text, IEnumerable<object?> numbered)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        (command.CommandText, command.CommandTimeout) = (text, (int)Patience.TotalSeconds);
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        foreach (var (number, value) in numbered.Index()) Add(command, $"@v{number}", value ?? DBNull.Value);
        return command;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }

    [GeneratedRegex(@"@\w+")]
    private static partial Regex Names();
}
