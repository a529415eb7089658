using System.ComponentModel.DataAnnotations;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Portal.Data;

public enum DatabaseProvider { Sqlite, Postgres }

/// <summary>Which database, and where.</summary>
public sealed class DatabaseOptions : ISettings, IValidatableObject
{
    public static string Section => "Database";

    [EnumDataType(typeof(DatabaseProvider))]
    public DatabaseProvider Provider { get; init; } = DatabaseProvider.Sqlite;

    /// <summary>Where it is; for SQLite a file below the content root unless a full connection string is given.</summary>
    [Required]
    public string ConnectionString { get; init; } = "Data Source=App_Data/portal.db";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Problem() is { } problem) yield return new($"Database:ConnectionString does not say where a {Provider} database is: {problem}");
    }

    /// <summary>What the driver says of a word it does not know, or what is missing; neither repeats a password.</summary>
    private string? Problem()
    {
        try
        {
            var (name, place) = Provider == DatabaseProvider.Sqlite
                ? ("Data Source", new SqliteConnectionStringBuilder(ConnectionString).DataSource)
                : ("Host", new NpgsqlConnectionStringBuilder(ConnectionString).Host);
            return string.IsNullOrEmpty(place) ? $"{name} is missing" : null;
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException or InvalidCastException)
        {
            return wrong.Message;
        }
    }
}
