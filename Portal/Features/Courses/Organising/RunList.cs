using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Courses.Organising;

/// <summary>The dates that someone runs, with how they stand; what is to come first.</summary>
public sealed class RunList(PortalDb db, RunFigures figures, CourseHistory history, UkClock clock)
{
    public enum Show { ToCome, Past, Drafts, Cancelled }

    public static string Words(Show show) => show switch
    {
        Show.ToCome => "To come",
        Show.Past => "Past",
        Show.Drafts => "Drafts",
        Show.Cancelled => "Cancelled",
    };

    public sealed record Filter(Show Show = Show.ToCome, Id<Course>? Course = null, int Page = 1);

    /// <param name="Risk">Whether enough are likely to come; null for a date that is not to come.</param>
    public sealed record Row(
        Id<CourseRun> Id, Id<Course> CourseId, string Code, string Title, DateTime StartsAt, string? Venue, int MinPlaces, int MaxPlaces)
    {
        public RunFigures.Figures Figures { get; init; } = RunFigures.Figures.None;
        public RunRisk? Risk { get; init; }
        public DateOnly Day => UkClock.DayOf(StartsAt);
    }

    public sealed record Option(Id<Course> Id, string Words);

    public async Task<Page<Row>> RunAsync(Viewer viewer, Filter filter, CancellationToken cancel)
    {
        var runs = Shown(db.CourseRuns.VisibleTo(viewer, db), filter.Show);
        if (filter.Course is { } course) runs = runs.Where(r => r.CourseId == course);
        var ordered = filter.Show == Show.Past ? runs.OrderByDescending(r => r.StartsAt).ThenBy(r => r.Id)
            : runs.OrderBy(r => r.StartsAt).ThenBy(r => r.Id);
        var page = await ordered.Select(r => new Row(r.Id, r.CourseId, db.Courses.First(c => c.Id == r.CourseId).Code,
            db.Courses.First(c => c.Id == r.CourseId).Title, r.StartsAt,
            db.Venues.Where(v => v.Id == r.VenueId).Select(v => v.Name).FirstOrDefault(), r.MinPlaces, r.MaxPlaces))
            .ToPageAsync(filter.Page, cancel);
        var stand = await figures.RunAsync(viewer, [.. page.Rows.Select(r => r.Id)], cancel);
        var past = filter.Show == Show.ToCome
            ? await history.RunAsync(viewer, [.. page.Rows.Select(r => r.CourseId).Distinct()], cancel)
            : null;
        return page with
        {
            Rows = [.. page.Rows.Select(r => r with { Figures = stand.GetValueOrDefault(r.Id, RunFigures.Figures.None) })
                .Select(r => r with
                {
                    Risk = past is null ? null : new(r.MinPlaces, r.Figures.Booked, past.GetValueOrDefault(r.CourseId)),
                })],
        };
    }

    /// <summary>The courses whose dates the viewer may run, by code.</summary>
    public async Task<IReadOnlyList<Option>> CoursesAsync(Viewer viewer, CancellationToken cancel) =>
        await db.Courses.VisibleTo(viewer, Permission.RunCourses).Where(c => c.Mode != CourseMode.ELearning).OrderBy(c => c.Code)
            .Select(c => new Option(c.Id, c.Code + ": " + c.Title)).ToListAsync(cancel);

    private IQueryable<CourseRun> Shown(IQueryable<CourseRun> runs, Show show)
    {
        var now = clock.Now;
        return show switch
        {
            Show.ToCome => runs.Where(r => r.State == RunState.Published && r.EndsAt > now),
            Show.Past => runs.Where(r => r.State == RunState.Published && r.EndsAt <= now),
            Show.Drafts => runs.Where(r => r.State == RunState.Draft),
            Show.Cancelled => runs.Where(r => r.State == RunState.Cancelled),
        };
    }
}
