using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Imports.Uploading;

/// <summary>
/// Which level a course of the catalogue leads to in the framework in force, by its title and by its code as <see cref="ImportText.Key"/>
/// writes them; of several levels the highest. Only a proposal: whoever imports says what the file means.
/// </summary>
public sealed class ProposedLevels(PortalDb db, UkClock clock)
{
    public async Task<IReadOnlyDictionary<string, int>> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        if (await db.RuleInForceAsync(viewer.PartnershipId, clock.Today, cancel) is not { } framework) return new Dictionary<string, int>();
        var courses = await db.Courses.OfferedTo(viewer).Where(c => c.Levels.Any(l => l.Framework == framework.Code))
            .OrderByDescending(c => c.WithdrawnOn == null).ThenBy(c => c.Code).Select(c => new
            {
                c.Code, c.Title, Level = c.Levels.Where(l => l.Framework == framework.Code).Max(l => l.LevelNumber),
            }).ToListAsync(cancel);
        return courses.Select(c => (Text: c.Title, c.Level)).Concat(courses.Select(c => (Text: c.Code, c.Level)))
            .DistinctBy(c => ImportText.Key(c.Text)).ToDictionary(c => ImportText.Key(c.Text), c => c.Level);
    }
}
