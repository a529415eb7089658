using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;
using SQLitePCL;

namespace Portal.Data;

/// <summary>
/// Finds people by their name as people see it: capitals, accents, apostrophes and the order of the parts hide nobody, whichever the
/// database.
/// </summary>
public static class NameSearch
{
    /// <summary>Its name in SQLite, which has no way of its own to take accents away.</summary>
    private const string SqliteFunction = "fold_name", SqliteBySurname = "name_by_surname";

    private const string Letters = "łŁøØđĐðÐı-–,./()", Plain = "llooddddi       ", Apostrophes = "'’‘ʼ`´";

    private static readonly (string Letter, string Plain)[] Double =
        [("ß", "ss"), ("æ", "ae"), ("Æ", "ae"), ("œ", "oe"), ("Œ", "oe"), ("þ", "th"), ("Þ", "th")];

    private static readonly MethodInfo Method = typeof(NameSearch).GetMethod(nameof(Folded))!;
    private static readonly MethodInfo SurnameMethod = typeof(NameSearch).GetMethod(nameof(BySurname))!;

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

    internal static void MapFoldedNames(this ModelBuilder model, bool isSqlite)
    {
        model.HasDbFunction(Method).HasTranslation(name => isSqlite ? InSqlite(name[0]) : Plainly(InPostgres(name[0])));
        model.HasDbFunction(SurnameMethod).HasTranslation(name => isSqlite ? Call(SqliteBySurname, name[0], name[0])
            : Plainly(InPostgres(Call("regexp_replace", name[0], Call("btrim", name[0], name[0]), Text("^(.*) ([^ ]+)$", name[0]),
                Text(@"\2 \1", name[0])))));
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

    /// <summary>Most names are plain letters, and need no call from the database to us.</summary>
    private static CaseExpression InSqlite(SqlExpression name)
    {
        var lower = Call("lower", name, name);
        var isOdd = new SqlFunctionExpression(
            "glob", [Text("*[^a-z0-9 ]*", name), lower], true, [true, true], typeof(bool), BoolTypeMapping.Default);
        return new CaseExpression([new CaseWhenClause(isOdd, Call(SqliteFunction, name, name))], lower);
    }

    private static SqlFunctionExpression InPostgres(SqlExpression name)
    {
        var bare = Call("regexp_replace", name, Call("normalize", name, name, new SqlFragmentExpression("NFD")),
            Text("[\u0300-\u036f]", name), Text("", name), Text("g", name));
        var plain = Call("translate", name, Call("lower", name, bare), Text(Letters + Apostrophes, name), Text(Plain, name));
        var folded = Double.Aggregate(plain, (text, d) => Call("replace", name, text, Text(d.Letter, name), Text(d.Plain, name)));
        return Call("btrim", name, Call("replace", name, folded, Text("  ", name), Text(" ", name)));
    }

    /// <summary>In the order of its letters, as SQLite has it, and not of the language that a server was set up with.</summary>
    private static CollateExpression Plainly(SqlExpression name) => new(name, "C");

    private static SqlFunctionExpression Call(string function, SqlExpression like, params SqlExpression[] arguments) => new(
        function, arguments, nullable: true, arguments.Select(_ => true), typeof(string), like.TypeMapping);

    private static SqlConstantExpression Text(string text, SqlExpression like) => new(text, typeof(string), like.TypeMapping);
}
