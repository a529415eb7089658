using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace Portal.Data.Names;

/// <summary>What <see cref="NameSearch.Folded"/> and <see cref="NameSearch.BySurname"/> are in a query.</summary>
/// <remarks>
/// They are not functions of the model: a model that holds translations of its own cannot be compiled, and building it takes a third of
/// each start.
/// </remarks>
internal abstract class NameTranslator(ISqlExpressionFactory sql) : IMethodCallTranslator
{
    private static readonly MethodInfo FoldedMethod = typeof(NameSearch).GetMethod(nameof(NameSearch.Folded))!;
    private static readonly MethodInfo SurnameMethod = typeof(NameSearch).GetMethod(nameof(NameSearch.BySurname))!;

    public SqlExpression? Translate(
        SqlExpression? instance, MethodInfo method, IReadOnlyList<SqlExpression> arguments,
        IDiagnosticsLogger<DbLoggerCategory.Query> logger) =>
        method == FoldedMethod ? Folded(sql.ApplyDefaultTypeMapping(arguments[0]))
        : method == SurnameMethod ? BySurname(sql.ApplyDefaultTypeMapping(arguments[0]))
        : null;

    protected abstract SqlExpression Folded(SqlExpression name);

    protected abstract SqlExpression BySurname(SqlExpression name);

    protected static SqlFunctionExpression Call(string function, SqlExpression like, params SqlExpression[] arguments) => new(
        function, arguments, nullable: true, arguments.Select(_ => true), typeof(string), like.TypeMapping);

    protected static SqlConstantExpression Text(string text, SqlExpression like) => new(text, typeof(string), like.TypeMapping);
}

/// <summary>SQLite asks us, but for most names: they are plain letters, and need no call from the database to us.</summary>
internal sealed class SqliteNames(ISqlExpressionFactory sql) : NameTranslator(sql), IMethodCallTranslatorPlugin
{
    public IEnumerable<IMethodCallTranslator> Translators => [this];

    protected override SqlExpression Folded(SqlExpression name)
    {
        var lower = Call("lower", name, name);
        var isOdd = new SqlFunctionExpression(
            "glob", [Text("*[^a-z0-9 ]*", name), lower], true, [true, true], typeof(bool), BoolTypeMapping.Default);
        return new CaseExpression([new CaseWhenClause(isOdd, Call(NameSearch.SqliteFunction, name, name))], lower);
    }

    protected override SqlExpression BySurname(SqlExpression name) => Call(NameSearch.SqliteBySurname, name, name);
}

/// <summary>PostgreSQL does it itself.</summary>
internal sealed class PostgresNames(ISqlExpressionFactory sql) : NameTranslator(sql), IMethodCallTranslatorPlugin
{
    private const string Letters = "łŁøØđĐðÐı-–,./()", Plain = "llooddddi       ", Apostrophes = "'’‘ʼ`´";

    private static readonly (string Letter, string Plain)[] Double =
        [("ß", "ss"), ("æ", "ae"), ("Æ", "ae"), ("œ", "oe"), ("Œ", "oe"), ("þ", "th"), ("Þ", "th")];

    public IEnumerable<IMethodCallTranslator> Translators => [this];

    protected override SqlExpression Folded(SqlExpression name) => Plainly(Fold(name));

    protected override SqlExpression BySurname(SqlExpression name) => Plainly(Fold(Call(
        "regexp_replace", name, Call("btrim", name, name), Text("^(.*) ([^ ]+)$", name), Text(@"\2 \1", name))));

    private static SqlFunctionExpression Fold(SqlExpression name)
    {
        var bare = Call("regexp_replace", name, Call("normalize", name, name, new SqlFragmentExpression("NFD")),
            Text("[\u0300-\u036f]", name), Text("", name), Text("g", name));
        var plain = Call("translate", name, Call("lower", name, bare), Text(Letters + Apostrophes, name), Text(Plain, name));
        var folded = Double.Aggregate(plain, (text, d) => Call("replace", name, text, Text(d.Letter, name), Text(d.Plain, name)));
        return Call("btrim", name, Call("replace", name, folded, Text("  ", name), Text(" ", name)));
    }

    /// <summary>In the order of its letters, as SQLite has it, and not of the language that a server was set up with.</summary>
    private static CollateExpression Plainly(SqlExpression name) => new(name, "C");
}
