using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Courses.Catalogue;

/// <summary>What people look for in the catalogue: the courses that match all of it, shown as a list or as a month.</summary>
public sealed class CourseSearch(PortalDb db, UkClock clock)
{
    private const int MostWords = 8;

    /// <param name="Search">Words: each stands in the title, the summary or the name of the provider, or is the code.</param>
    /// <param name="Strand">Its code.</param>
    /// <param name="Unreviewed">In-house courses that the viewer looks after and that no review vouches for.</param>
    /// <param name="Month">Its first day: courses with a date to come in it.</param>
    /// <param name="WithPlaces">With a date (in that month, where one is chosen) on which a place is free for the viewer’s agency.</param>
    /// <param name="UpTo">The most that a place costs the viewer’s kind of agency.</param>
    public sealed record Filter(
        string? Search = null, int? Level = null, string? Strand = null, CourseMode? Mode = null, bool Accredited = false,
        bool? Refresher = null, bool Withdrawn = false, bool Unreviewed = false, DateOnly? Month = null, bool WithPlaces = false,
        Money? UpTo = null);

    /// <summary>What there is to choose from.</summary>
    public sealed record Choices(IReadOnlyList<Level> Levels, IReadOnlyList<Strand> Strands);

    public async Task<Choices> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        var today = clock.Today;
        return new([.. await db.LevelsInForceAsync(viewer.PartnershipId, today, cancel)],
            await db.Strands.AsNoTracking().OfPartnership(viewer).InForceOn(today)
                .OrderBy(s => s.Name).ThenBy(s => s.Id).ToListAsync(cancel));
    }

    /// <summary>The kind of the viewer’s agency; null for someone of none.</summary>
    public Task<AgencyType?> TypeAsync(Viewer viewer, CancellationToken cancel) =>
        db.Agencies.Where(a => a.Id == viewer.AgencyId).Select(a => (AgencyType?)a.Type).FirstOrDefaultAsync(cancel);

    /// <param name="framework">The code of the one in force.</param>
    public IQueryable<Course> Of(Viewer viewer, Filter filter, string? framework, AgencyType? type)
    {
        var today = clock.Today;
        var courses = db.Courses.OfferedTo(viewer);
        courses = filter.Withdrawn ? courses.Where(c => c.WithdrawnOn <= today) : courses.OfferedOn(today);
        foreach (var word in (filter.Search ?? "").ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords))
            courses = courses.Where(c => c.Title.ToLower().Contains(word) || c.Code.ToLower() == word
                || c.Summary.ToLower().Contains(word) || db.Providers.Any(p => p.Id == c.ProviderId && p.Name.ToLower().Contains(word)));
        if (filter.Level is { } level)
            courses = courses.Where(c => c.Levels.Any(l => l.Framework == framework && l.LevelNumber == level));
        if (filter.Strand is { } strand) courses = courses.Where(c => (" " + c.Strands + " ").Contains(" " + strand + " "));
        if (filter.Mode is { } mode) courses = courses.Where(c => c.Mode == mode);
        if (filter.Accredited) courses = courses.AccreditedOn(db, today);
        if (filter.Refresher is { } refresher) courses = courses.Where(c => c.IsRefresher == refresher);
        if (filter.UpTo is { } most)
            courses = courses.Where(c => c.Prices.Any(p => p.Type == type)
                ? c.Prices.Any(p => p.Type == type && p.Price <= most) : c.Price <= most);
        if (filter.Unreviewed)
            courses = courses.NotReviewedOn(db, today)
                .Where(c => db.Courses.VisibleTo(viewer, Permission.EditCourses).Any(m => m.Id == c.Id));
        if (filter.Month is null && !filter.WithPlaces) return courses;
        var dates = Dates(viewer, filter);
        return courses.Where(c => dates.Any(r => r.CourseId == c.Id));
    }

    /// <summary>The dates to come of any course, in the month and with the places that are looked for.</summary>
    public IQueryable<CourseRun> Dates(Viewer viewer, Filter filter)
    {
        var now = clock.Now;
        var dates = db.CourseRuns.OfPartnership(viewer).Where(r => r.State == RunState.Published && r.StartsAt > now);
        if (filter.Month is { } month) dates = dates.Between(month, month.AddMonths(1));
        return filter.WithPlaces ? dates.WithPlacesFor(db, viewer.AgencyId, now) : dates;
    }
}
