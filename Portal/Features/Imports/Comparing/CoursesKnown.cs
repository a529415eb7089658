using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Imports.Comparing;

internal static class CoursesKnown
{
    /// <summary>
    /// The level of each course, as <see cref="ImportText.Key"/> writes it, that an agency has matched, or whose records say it without
    /// disagreeing.
    /// </summary>
    public static async Task<IReadOnlyDictionary<string, int>> CoursesKnownAsync(
        this PortalDb db, Id<Agency> agencyId, CancellationToken cancel)
    {
        var recorded = await db.TrainingRecords
            .Where(r => r.AgencyId == agencyId && r.State != RecordState.Rejected && r.State != RecordState.Replaced)
            .Select(r => new { r.Course, r.LevelNumber }).Distinct().ToListAsync(cancel);
        var known = recorded.GroupBy(r => ImportText.Key(r.Course)).Where(g => g.Select(r => r.LevelNumber).Distinct().Count() == 1)
            .ToDictionary(g => g.Key, g => g.First().LevelNumber);
        foreach (var said in await db.CourseLevels.AsNoTracking().Where(c => c.AgencyId == agencyId).ToListAsync(cancel))
            known[said.Course] = said.LevelNumber;
        return known;
    }
}
