using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Courses.Catalogue;

namespace Portal.Features.Courses.Statements;

/// <summary>The few courses of the catalogue that would cover most of what is missing, each with its next date.</summary>
public sealed class CoursesToCover(PortalDb db, DatesToCome dates, UkClock clock)
{
    public const int Most = 5;

    /// <param name="Codes">The statements that it adds to those of the courses before it.</param>
    /// <param name="Next">The next date with a place, else the next; null when none is planned.</param>
    public sealed record Course(Id<Domain.Course> Id, string Title, bool IsELearning, IReadOnlyList<string> Codes, DatesToCome.Row? Next);

    /// <param name="missing">For each statement how many people it is missing to.</param>
    /// <param name="agencies">Whose in-house courses are open to them.</param>
    /// <param name="held">Levels held before, of which a refresher can be taken; none for several people.</param>
    public async Task<IReadOnlyList<Course>> RunAsync(
        Viewer viewer, CompetencyCover cover, IReadOnlyDictionary<string, int> missing, IReadOnlyCollection<Id<Agency>> agencies,
        IReadOnlyCollection<int> held, CancellationToken cancel)
    {
        if (!missing.Values.Any(people => people > 0)) return [];
        var framework = cover.Framework.Code;
        var offered = await db.Courses.OfferedTo(viewer).OfferedOn(clock.Today)
            .Where(c => c.AgencyId == null || agencies.Contains(c.AgencyId.Value))
            .Where(c => !c.IsRefresher || c.Levels.Any(l => l.Framework == framework && held.Contains(l.LevelNumber)))
            .OrderBy(c => c.Code).ThenBy(c => c.Id).Select(c => new { c.Id, c.Title, c.Mode }).ToListAsync(cancel);
        var chosen = cover.Shortlist(missing, offered.ConvertAll(c => c.Id), Most);
        var next = await dates.RunAsync(viewer, [.. chosen.Select(c => c.Course)], cancel);
        return [.. from one in chosen
                   let course = offered.First(c => c.Id == one.Course)
                   select new Course(course.Id, course.Title, course.Mode == CourseMode.ELearning, one.Codes,
                       next[course.Id].OrderBy(d => d.WhyNot is not null).ThenBy(d => d.PlacesLeft == 0).FirstOrDefault())];
    }
}
