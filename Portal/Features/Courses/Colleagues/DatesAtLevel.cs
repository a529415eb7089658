using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Courses.Catalogue;

namespace Portal.Features.Courses.Colleagues;

/// <summary>The dates to come that lead to one level, the soonest first. Null when the framework in force has no such level.</summary>
public sealed class DatesAtLevel(PortalDb db, DatesToCome dates, UkClock clock)
{
    public sealed record Row(string Course, DatesToCome.Row Date);

    public sealed record Found(Level Level, IReadOnlyList<Row> Dates);

    public async Task<Found?> RunAsync(Viewer viewer, int number, CancellationToken cancel)
    {
        var framework = await db.RuleInForceAsync(viewer.PartnershipId, clock.Today, cancel);
        if (framework?.Levels.FirstOrDefault(l => l.Number == number) is not { } level) return null;
        var code = framework.Code;
        var courses = await db.Courses.OfferedTo(viewer).OfferedOn(clock.Today)
            .Where(c => c.Levels.Any(l => l.Framework == code && l.LevelNumber == number))
            .ToDictionaryAsync(c => c.Id, c => c.Title, cancel);
        var found = await dates.RunAsync(viewer, [.. courses.Keys], cancel);
        return new(level, [.. found.SelectMany(d => d).OrderBy(d => d.Sessions[0].StartsAt).ThenBy(d => d.Id.Value)
            .Select(d => new Row(courses[d.CourseId], d))]);
    }
}
