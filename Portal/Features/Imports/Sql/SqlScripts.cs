using System.Collections.Frozen;
using System.Reflection;

namespace Portal.Features.Imports.Sql;

/// <summary>
/// The statements of the .sql files that stand beside the classes that run them. A line "-- name: Keep" in Verdicts.sql begins the
/// section "Verdicts.Keep"; a semicolon at the end of a line ends a statement.
/// </summary>
internal static class SqlScripts
{
    private const string Room = "Portal.Features.Imports.", Heading = "-- name: ";

    /// <summary>The statements of each section, in order.</summary>
    public static FrozenDictionary<string, IReadOnlyList<string>> All { get; } = Read().ToFrozenDictionary();

    public static IReadOnlyList<string> Of(string section) => All.TryGetValue(section, out var statements) ? statements
        : throw new InvalidOperationException($"No .sql file has the section {section}");

    private static IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> Read() =>
        from resource in Assembly.GetExecutingAssembly().GetManifestResourceNames()
        where resource.StartsWith(Room, StringComparison.Ordinal) && resource.EndsWith(".sql", StringComparison.Ordinal)
        from section in Text(resource).Split(Heading).Skip(1)
        let name = section[..section.IndexOf('\n', StringComparison.Ordinal)].Trim()
        select KeyValuePair.Create($"{resource.Split('.')[^2]}.{name}", Statements(section[name.Length..]));

    private static IReadOnlyList<string> Statements(string section) =>
        [.. section.Split(";\n").Select(s => s.Trim()).Where(s => s.Length > 0)];

    private static string Text(string resource)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
