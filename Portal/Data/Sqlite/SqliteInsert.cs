using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Portal.Data.Sqlite;

/// <summary>
/// One INSERT, compiled once and run for each row. The driver's own commands look every parameter up by name
/// each time, which makes them several times slower; values are written here exactly as the driver writes them.
/// </summary>
internal sealed class SqliteInsert : IDisposable
{
    private readonly sqlite3 connection;
    private readonly sqlite3_stmt statement;

    public SqliteInsert(SqliteConnection connection, string sql)
    {
        this.connection = connection.Handle!;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(this.connection, sql, out statement), this.connection);
    }

    public void Bind(int column, object? value)
    {
        var place = column + 1;
        _ = value switch
        {
            null => raw.sqlite3_bind_null(statement, place),
            string text => raw.sqlite3_bind_text(statement, place, text),
            byte[] bytes => raw.sqlite3_bind_blob(statement, place, bytes),
            bool yes => raw.sqlite3_bind_int(statement, place, yes ? 1 : 0),
            int number => raw.sqlite3_bind_int(statement, place, number),
            long number => raw.sqlite3_bind_int64(statement, place, number),
            double number => raw.sqlite3_bind_double(statement, place, number),
            DateOnly day => BindText(place, day, "yyyy-MM-dd"),
            DateTime instant => BindText(place, instant, @"yyyy\-MM\-dd HH\:mm\:ss.FFFFFFF"),
            TimeOnly time => BindText(place, time, time.Ticks % TimeSpan.TicksPerSecond == 0 ? "HH:mm:ss" : "HH:mm:ss.fffffff"),
            decimal number => BindText(place, number, "0.0###########################"),
            Guid id => raw.sqlite3_bind_text(statement, place, id.ToString().ToUpperInvariant()),
            _ => throw new NotSupportedException($"A {value.GetType().Name} cannot be written in bulk"),
        };
    }

    public void Execute()
    {
        var outcome = raw.sqlite3_step(statement);
        raw.sqlite3_reset(statement);
        if (outcome != raw.SQLITE_DONE) SqliteException.ThrowExceptionForRC(outcome, connection);
    }

    public void Dispose() => raw.sqlite3_finalize(statement);

    private int BindText<T>(int place, T value, string format) where T : IUtf8SpanFormattable
    {
        Span<byte> text = stackalloc byte[64];
        return value.TryFormat(text, out var length, format, CultureInfo.InvariantCulture)
            ? raw.sqlite3_bind_text(statement, place, text[..length])
            : throw new FormatException($"{value} is too long to write");
    }
}
