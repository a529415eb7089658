using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Portal.Data;

namespace Portal.Features.Imports;

/// <summary>
/// Runs set-based statements about one import, written in the SQL that SQLite and PostgreSQL share. They may name @import,
/// @agency, @partnership, @today, @by, @from and @to for a range of rows, (@own) for the people on staff lists who are really those
/// behind the import, and @id or @day where the type of an id or a day is meant.
/// </summary>
internal sealed class ImportSql(PortalDb db, Import import, DateOnly today)
{
    /// <summary>A million rows take longer than the half minute that a page may.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    public const int Chunk = 50_000;

    private IReadOnlyList<Id<StaffMember>> own = [];

    /// <summary>Finds out, when it matters, who those are that uploaded and applied it: nobody verifies their own training.</summary>
    public async Task FindOwnAsync(CancellationToken cancel) =>
        own = await db.OwnStaffAsync(import.PartnershipId, cancel, import.UploadedBy, import.AppliedBy);

    /// <summary>Runs one statement and says how many rows it touched.</summary>
    public Task<int> ExecuteAsync(string sql, CancellationToken cancel) => ExecuteAsync(sql, 0, int.MaxValue, cancel);

    /// <summary>Runs one statement for each range of row numbers in turn, telling <paramref name="progress"/> how far it has come.</summary>
    public async Task ExecuteInChunksAsync(string sql, int lastRow, Func<int, Task> progress, CancellationToken cancel)
    {
        for (var from = 1; from <= lastRow; from += Chunk)
        {
            await ExecuteAsync(sql, from, from + Chunk - 1, cancel);
            await progress(Math.Min(lastRow, from + Chunk - 1));
        }
    }

    /// <summary>Reads what one statement selects, with @from as given. The connection is open already.</summary>
    public async Task<IReadOnlyList<T>> ReadAsync<T>(string sql, int from, Func<DbDataReader, T> read, CancellationToken cancel)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        (command.CommandText, command.CommandTimeout) = (sql, (int)Patience.TotalSeconds);
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.Parameters.AddRange(Parameters(sql, from, int.MaxValue).ToArray());
        await using var reader = await command.ExecuteReaderAsync(cancel);
        List<T> rows = [];
        while (await reader.ReadAsync(cancel)) rows.Add(read(reader));
        return rows;
    }

    /// <summary>Adds rows to a temporary table, few enough for one statement.</summary>
    public Task FillAsync(string table, IReadOnlyList<object?[]> rows, CancellationToken cancel)
    {
        if (rows.Count == 0) return Task.CompletedTask;
        var values = rows.Select((row, r) => $"({string.Join(',', row.Select((_, c) => $"@v{r * row.Length + c}"))})");
        var sql = $"""INSERT INTO "{table}" VALUES {string.Join(',', values)}""";
        var cells = rows.SelectMany(row => row).Select((cell, i) => Parameter($"@v{i}", cell ?? DBNull.Value));
        return db.Database.ExecuteSqlRawAsync(sql, cells, cancel);
    }

    private async Task<int> ExecuteAsync(string template, int from, int to, CancellationToken cancel)
    {
        var (id, day) = db.Database.IsSqlite() ? ("blob", "text") : ("uuid", "date");
        var sql = template.Replace("@id", id, StringComparison.Ordinal).Replace("@day", day, StringComparison.Ordinal)
            .Replace("@own", own.Count == 0 ? "NULL" : string.Join(", ", own.Select((_, i) => $"@own{i}")), StringComparison.Ordinal);
        db.Database.SetCommandTimeout(Patience);
        return await db.Database.ExecuteSqlRawAsync(sql, Parameters(sql, from, to), cancel);
    }

    private IEnumerable<DbParameter> Parameters(string sql, int from, int to)
    {
        (string Name, object Value)[] all =
        [
            ("@import", db.KeyOf(import.Id.Value)), ("@agency", db.KeyOf(import.AgencyId.Value)), ("@partnership", db.KeyOf(import.PartnershipId.Value)), ("@today", today),
            ("@by", db.KeyOf(import.AppliedBy?.Value ?? Guid.Empty)), ("@from", from), ("@to", to),
            .. own.Select((id, i) => ($"@own{i}", db.KeyOf(id.Value))),
        ];
        return all.Where(p => sql.Contains(p.Name, StringComparison.Ordinal)).Select(p => Parameter(p.Name, p.Value));
    }

    private DbParameter Parameter(string name, object value)
    {
        using var command = db.Database.GetDbConnection().CreateCommand();
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        return parameter;
    }
}
