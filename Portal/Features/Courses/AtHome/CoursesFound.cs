using Microsoft.EntityFrameworkCore;
using Portal.Features.Courses.Catalogue;
using Portal.Features.Hubs;

namespace Portal.Features.Courses.AtHome;

/// <summary>Courses of the catalogue, by the words that find them there.</summary>
public sealed class CoursesFound(CourseSearch search) : IFind
{
    public int Order => 60;
    public Permission Needs => Permission.ReadCourses;

    public async Task<Found> RunAsync(Viewer viewer, string words, CancellationToken cancel)
    {
        var courses = search.Of(viewer, new(words), framework: null, type: null);
        var total = await courses.CountAsync(cancel);
        var first = await courses.OrderBy(c => c.Title).ThenBy(c => c.Id).Take(Found.Most).Select(c => new { c.Id, c.Title, c.Code })
            .ToListAsync(cancel);
        return new("Courses", total, [.. first.Select(c => new Found.Hit(c.Title, $"/Courses/{c.Id}", c.Code))],
            $"/Courses?Search={Uri.EscapeDataString(words)}");
    }
}
