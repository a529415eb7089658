using Portal.Components;

namespace Portal.Features.Imports.Reading;

/// <summary>
/// The agency's job titles while a file is read: known ones by their text without case and spaces, new ones remembered
/// with the id they will have.
/// </summary>
internal sealed class JobTitleTerms(
    Id<Import> importId, IReadOnlyList<(Id<JobTitle> Id, string Title)> known, IEnumerable<(Id<JobRole> Id, string Title)> roles)
{
    /// <summary>No agency has so many: the wrong column was chosen.</summary>
    private const int Most = 5_000;

    private readonly Dictionary<string, Id<JobTitle>> ids = known.GroupBy(t => ImportText.Key(t.Title))
        .ToDictionary(g => g.Key, g => g.First().Id);
    private readonly Dictionary<string, Id<JobRole>> roleIds = roles.GroupBy(r => ImportText.Key(r.Title))
        .ToDictionary(g => g.Key, g => g.First().Id);
    // Two known titles may differ by the case of a letter that one database folds and the other does not: each keeps its own.
    private readonly Dictionary<string, Id<JobTitle>> seen = known.ToDictionary(t => t.Title, t => t.Id, StringComparer.Ordinal);
    private readonly List<ImportTerm> unknown = [];

    public IReadOnlyList<ImportTerm> New => unknown;

    public Id<JobTitle> IdOf(string title)
    {
        if (seen.TryGetValue(title, out var id)) return id;
        var key = ImportText.Key(title);
        if (!ids.TryGetValue(key, out id)) id = ids[key] = Add(title, key);
        return seen[title] = id;
    }

    private Id<JobTitle> Add(string title, string key)
    {
        if (unknown.Count == Most)
            throw new Refused($"The file has more than {Words.Number(Most)} job titles that are new. Check which column is the job title");
        // Only a title that is exactly a job role's maps by itself: anything else waits for a person.
        var term = new ImportTerm
        {
            ImportId = importId, Text = title, JobTitleId = Id<JobTitle>.New(),
            JobRoleId = roleIds.TryGetValue(key, out var role) ? role : null
        };
        unknown.Add(term);
        return term.JobTitleId.Value;
    }
}
