using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Imports.Uploading;

/// <summary>
/// Which level a course of the catalogue leads to in the framework in force, by its title and by its code as <see cref="ImportText.Key"/>
/// writes them; of several levels the highest. Else the level that the name itself says, as "DA Level 2" and "DASH (L3)" do. Only a
/// proposal: whoever imports says what the file means.
/// </summary>
public sealed partial class ProposedLevels(PortalDb db, UkClock clock)
{
    public sealed record Answer(IReadOnlyDictionary<string, int> Courses, IReadOnlyList<Level> Levels)
    {
        public int? Of(string course)
        {
            if (Courses.TryGetValue(ImportText.Key(course), out var level)) return level;
            var code = Said().Match(course).Groups["code"].Value.ToUpperInvariant();
            return Levels.FirstOrDefault(l => l.Code == code)?.Number;
        }
    }

    public async Task<Answer> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        if (await db.RuleInForceAsync(viewer.PartnershipId, clock.Today, cancel) is not { } framework)
            return new(new Dictionary<string, int>(), []);
        var courses = await db.Courses.OfferedTo(viewer).Where(c => c.Levels.Any(l => l.Framework == framework.Code))
            .OrderByDescending(c => c.WithdrawnOn == null).ThenBy(c => c.Code).Select(c => new
            {
                c.Code, c.Title, Level = c.Levels.Where(l => l.Framework == framework.Code).Max(l => l.LevelNumber),
            }).ToListAsync(cancel);
        var known = courses.Select(c => (Text: c.Title, c.Level)).Concat(courses.Select(c => (Text: c.Code, c.Level)))
            .DistinctBy(c => ImportText.Key(c.Text)).ToDictionary(c => ImportText.Key(c.Text), c => c.Level);
        return new(known, framework.Levels);
    }

    [GeneratedRegex(@"\b(?:level|lvl|l)\s*(?<code>[0-9][a-z]?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Said();
}
