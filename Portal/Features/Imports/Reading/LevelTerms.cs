namespace Portal.Features.Imports.Reading;

/// <summary>
/// Which level a text stands for, or <see cref="CourseLevel.NotPart"/>: a level's own names first, then what is known of the course.
/// </summary>
internal sealed class LevelTerms(Id<Import> importId, Domain.Framework framework, IReadOnlyDictionary<string, int> courses)
{
    /// <summary>More than a person would match by hand.</summary>
    private const int Most = 200;

    private readonly Dictionary<string, int?> seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImportTerm> unknown = [];

    public IReadOnlyCollection<ImportTerm> Unknown => unknown.Values;

    public int? NumberOf(string text)
    {
        if (seen.TryGetValue(text, out var known)) return known;
        var number = ImportText.Level(framework, text) ?? (courses.TryGetValue(ImportText.Key(text), out var said) ? said : null);
        if (number is null && unknown.Count < Most) unknown.TryAdd(ImportText.Key(text), new() { ImportId = importId, Text = text });
        return seen.Count < 10_000 ? seen[text] = number : number;
    }
}
