using System.Linq.Expressions;
using SQLitePCL;

namespace Portal.Data;

/// <summary>
/// Finds people by their name as people see it: capitals, accents, apostrophes and the order of the parts hide nobody, whichever the
/// database.
/// </summary>
public static class NameSearch
{
    /// <summary>Its name in SQLite, which has no way of its own to take accents away.</summary>
    internal const string SqliteFunction = "fold_name", SqliteBySurname = "name_by_surname";

    /// <summary>Whether a name has what somebody looks for: one part anywhere in it, or each of several at the start of a word.</summary>
    public static Expression<Func<string, bool>> For(string search) => PersonName.PartsOf(search) is [var part] ? Has(part)
        : PersonName.PartsOf(search).Select(HasWord).Aggregate(Predicates.And);

    /// <summary>
    /// Whether an email address has what somebody looks for: before its "@", because everyone at an agency shares the rest, or anywhere
    /// in it where "@" is looked for too.
    /// </summary>
    public static Expression<Func<string?, bool>> InAddress(string search)
    {
        var (lower, at) = (search.ToLowerInvariant(), "@"); // A text: databases look for no single letter.
        return search.Contains('@', StringComparison.Ordinal) ? email => email!.Contains(lower)
            : email => email!.Substring(0, email.IndexOf(at)).Contains(lower);
    }

    /// <summary>A name without what tells nobody apart; in a query, the database's own.</summary>
    public static string Folded(string name) => string.Join(' ', PersonName.PartsOf(name));

    /// <summary>The same with the last word first, for lists in the order of surnames.</summary>
    public static string BySurname(string name)
    {
        var trimmed = name.Trim();
        var last = trimmed.LastIndexOf(' ') + 1;
        return Folded($"{trimmed[last..]} {trimmed[..last]}");
    }

    /// <summary>
    /// Gives SQLite’s own connection the function, once: what a pool gives out again still has it. The driver’s way would give it and
    /// take it away around every query.
    /// </summary>
    internal static void AddTo(sqlite3 connection)
    {
        Add(SqliteFunction, Folded);
        Add(SqliteBySurname, BySurname);

        void Add(string called, Func<string, string> of)
        {
            var code = raw.sqlite3_create_function(
                connection, called, 1, raw.SQLITE_UTF8 | raw.SQLITE_DETERMINISTIC, null, (context, _, arguments) =>
                {
                    if (raw.sqlite3_value_type(arguments[0]) == raw.SQLITE_NULL) raw.sqlite3_result_null(context);
                    else raw.sqlite3_result_text(context, of(raw.sqlite3_value_text(arguments[0]).utf8_to_string()));
                });
            Microsoft.Data.Sqlite.SqliteException.ThrowExceptionForRC(code, connection);
        }
    }

    private static Expression<Func<string, bool>> Has(string part) => name => Folded(name).Contains(part);

    private static Expression<Func<string, bool>> HasWord(string part)
    {
        var word = $" {part}";
        return name => (" " + Folded(name)).Contains(word);
    }
}
