using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Imports.Comparing;
using Portal.Jobs;

namespace Portal.Features.Imports.Uploading;

/// <summary>
/// Says which level each course of a training history stands for, remembers it for the agency, and has the rows read again.
/// </summary>
public sealed class MatchCourses(PortalDb db, JobTrigger jobs, UkClock clock)
{
    /// <param name="levels">
    /// For each course as the file writes it, its level or <see cref="CourseLevel.NotPart"/>; null leaves it for later.
    /// </param>
    public async Task RunAsync(
        Viewer viewer, Id<Import> importId, int seen, IReadOnlyDictionary<string, int?> levels, CancellationToken cancel)
    {
        var import = await db.ForChangeAsync(viewer, importId, seen, cancel);
        var framework = await db.FrameworkInForceAsync(viewer.PartnershipId, clock.Today, cancel)
            ?? throw new Refused("No training framework is in force yet");
        var known = await db.CourseLevels.Where(c => c.AgencyId == import.AgencyId).ToDictionaryAsync(c => c.Course, cancel);
        foreach (var (course, level) in levels.Where(l => l.Value is not null).Select(l => (ImportText.Key(l.Key), l.Value!.Value)))
        {
            if (level != CourseLevel.NotPart && framework.Levels.All(l => l.Number != level))
                throw new Refused("Select a level of the framework");
            if (known.TryGetValue(course, out var said)) said.LevelNumber = level;
            else
                db.CourseLevels.Add(new()
                {
                    PartnershipId = import.PartnershipId, AgencyId = import.AgencyId, Course = course, LevelNumber = level
                });
        }
        import.Check();
        await db.SaveAsync(viewer, "Matched courses to levels", cancel);
        await jobs.TriggerAsync<CheckImportsJob>(cancel);
    }
}
