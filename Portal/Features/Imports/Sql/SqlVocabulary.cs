using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Portal.Features.Imports.Sql;

/// <summary>
/// What stands in braces in a .sql file, because the model knows it better than whoever writes the SQL:
/// <list type="table">
/// <item><term>{id}, {day}</term><description>the type of an id, of a day: the two databases differ in no other.</description></item>
/// <item><term>{job: p."*" AS "Old*"}</term><description>the text once for each column of that set, with the column's name for the
/// star and commas between. The sets are those of <see cref="RowColumns"/>.</description></item>
/// <item><term>{any job: r."*" IS NOT NULL}</term><description>the same as a condition: one of the columns fulfils it.</description></item>
/// <item><term>{unused Posts p}</term><description>the condition that nothing refers to row p of that table any more, whatever
/// tables later features add.</description></item>
/// </list>
/// Anything else in braces is a fault.
/// </summary>
internal sealed partial class SqlVocabulary(IModel model)
{
    public string Render(string statement) => Braces().Replace(statement, found =>
        found.Groups["set"] is { Success: true } set ? Each(set.Value, found.Groups["text"].Value, found.Groups["any"].Success)
        : found.Groups["table"] is { Success: true } table ? Unused(table.Value, found.Groups["alias"].Value)
        : found.Value switch
        {
            "{id}" => TypeOf(nameof(Post.StaffId)),
            "{day}" => TypeOf(nameof(Post.LeftOn)),
            _ => throw new InvalidOperationException($"{found.Value} means nothing in the SQL of an import"),
        });

    private string Each(string set, string text, bool any)
    {
        var columns = RowColumns.Of(model, set).Select(c => text.Replace("*", c, StringComparison.Ordinal));
        return any ? $"(({string.Join(") OR (", columns)}))" : string.Join(", ", columns);
    }

    private string Unused(string table, string alias) => string.Join(" AND ", model.GetEntityTypes().Where(e => e.GetTableName() == table)
        .SelectMany(e => e.GetReferencingForeignKeys())
        .Select(k => (Table: k.DeclaringEntityType.GetTableName(), Column: k.Properties[0].GetColumnName()))
        .Select(k => $"""NOT EXISTS (SELECT 1 FROM "{k.Table}" x WHERE x."{k.Column}" = {alias}."Id")""").Prepend("TRUE"));

    private string TypeOf(string property) => model.FindEntityType(typeof(Post))!.FindProperty(property)!.GetColumnType();

    [GeneratedRegex(@"\{(?:(?<any>any )?(?<set>[a-z]+): (?<text>[^}]+)|unused (?<table>\w+) (?<alias>\w+)|[^}]*)\}")]
    private static partial Regex Braces();
}
