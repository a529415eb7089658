using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Courses.Catalogue;

/// <summary>One course of the catalogue, with all that someone decides by. Null when it may not be seen.</summary>
public sealed class CourseView(PortalDb db, DatesToCome dates, UkClock clock)
{
    /// <summary>What it covers of one framework. A statement that the framework no longer has is left out.</summary>
    public sealed record Coverage(string Framework, bool IsInForce, IReadOnlyList<Level> Levels, IReadOnlyList<Competency> Statements);

    public sealed record Review(DateOnly On, bool Passed, string Trainer, string ContentMap, string? Note, string? By, bool Counts);

    /// <param name="Agency">The agency whose in-house course it is.</param>
    /// <param name="Covers">The framework in force first.</param>
    /// <param name="Price">For the viewer’s kind of agency; null when they are of none.</param>
    /// <param name="MayRun">Whether the viewer organises its dates.</param>
    /// <param name="Reviews">The newest first; none for those who do not look after the course.</param>
    public sealed record Details(
        Course Course, Provider Provider, string? Agency, IReadOnlyList<Coverage> Covers, Level? Prerequisite,
        IReadOnlyList<string> Strands, Money? Price, IReadOnlyList<DatesToCome.Row> Dates, IReadOnlyList<Review> Reviews, bool MayEdit,
        bool MayRun, DateOnly Today)
    {
        public bool IsOffered => Course.IsOfferedOn(Today);

        /// <summary>What it is accredited by on a day, each in words; none when it is not.</summary>
        public IReadOnlyList<string> AccreditedBy(DateOnly day) =>
        [
            .. Course.AccreditedUntil is { } until && until >= day ? [$"{Course.AccreditedBy}, until {Words.Day(until)}"] : (string[])[],
            .. Provider.Marks.Where(m => m.CountsOn(day)).OrderBy(m => m.EndsOn ?? DateOnly.MaxValue).ThenBy(m => m.Id).Select(m =>
                $"{m.Words} of {Provider.Name}{(m.EndsOn is { } ends ? $", until {Words.Day(ends)}" : "")}"),
        ];
    }

    public async Task<Details?> RunAsync(Viewer viewer, Id<Course> courseId, CancellationToken cancel)
    {
        if (await db.Courses.AsNoTracking().AsSplitQuery().OfferedTo(viewer).Include(c => c.Levels).Include(c => c.Competencies)
            .Include(c => c.Prices).SingleOrDefaultAsync(c => c.Id == courseId, cancel) is not { } course) return null;
        var provider = await db.Providers.AsNoTracking().Include(p => p.Marks).SingleAsync(p => p.Id == course.ProviderId, cancel);
        var agencies = await db.Agencies.Where(a => a.Id == course.AgencyId || a.Id == viewer.AgencyId)
            .Select(a => new { a.Id, a.Name, a.Type }).ToListAsync(cancel);
        var inForce = await db.RuleInForceAsync(viewer.PartnershipId, clock.Today, cancel);
        var mayEdit = await db.Courses.VisibleTo(viewer, Permission.EditCourses).AnyAsync(c => c.Id == courseId, cancel);
        var mayRun = await db.Courses.VisibleTo(viewer, Permission.RunCourses).AnyAsync(c => c.Id == courseId, cancel);
        var codes = course.Strands.Split(' ');
        return new(course, provider, agencies.Find(a => a.Id == course.AgencyId)?.Name, await CoversAsync(viewer, course, inForce, cancel),
            inForce?.Levels.FirstOrDefault(l => l.Number == course.Prerequisite),
            await db.Strands.OfPartnership(viewer).Where(s => codes.Contains(s.Code)).OrderBy(s => s.Name).Select(s => s.Name)
                .ToListAsync(cancel),
            agencies.Find(a => a.Id == viewer.AgencyId) is { } own ? course.PriceFor(own.Type) : null,
            [.. (await dates.RunAsync(viewer, [courseId], cancel))[courseId]
                .Select(d => course.IsOfferedOn(clock.Today) ? d : d with { WhyNot = "No longer booked" })],
            mayEdit ? await ReviewsAsync(courseId, cancel) : [], mayEdit, mayRun, clock.Today);
    }

    private async Task<List<Coverage>> CoversAsync(Viewer viewer, Course course, Domain.Framework? inForce, CancellationToken cancel)
    {
        var families = course.Levels.Select(l => l.Framework).Concat(course.Competencies.Select(c => c.Framework)).Distinct().ToList();
        var versions = await db.Frameworks.AsNoTracking().AsSplitQuery().OfPartnership(viewer)
            .Where(f => families.Contains(f.Code) && f.State == FrameworkState.Published && f.EffectiveFrom <= clock.Today)
            .Include(f => f.Levels).Include(f => f.Competencies).ToListAsync(cancel);
        return [.. versions.GroupBy(f => f.Code).Select(g => g.MaxBy(f => f.EffectiveFrom)!)
            .OrderBy(f => f.Code != inForce?.Code).ThenBy(f => f.Title)
            .Select(f => new Coverage(f.Title, f.Code == inForce?.Code,
                [.. f.Levels.Where(l => course.Levels.Any(c => c.Framework == f.Code && c.LevelNumber == l.Number)).OrderBy(l => l.Number)],
                [.. f.Competencies.Where(s => course.Competencies.Any(c => c.Framework == f.Code && c.Code == s.Code))
                    .OrderBy(s => s.LevelNumber).ThenBy(s => s.Code, StringComparer.Ordinal)]))];
    }

    private async Task<List<Review>> ReviewsAsync(Id<Course> courseId, CancellationToken cancel) =>
        [.. (await (from review in db.CourseReviews.AsNoTracking()
                    where review.CourseId == courseId
                    orderby review.ReviewedOn descending, review.Id descending
                    select new { review, By = db.Users.Where(u => u.Id == review.ReviewedBy).Select(u => u.Name).FirstOrDefault() })
            .ToListAsync(cancel)).Select(r => new Review(r.review.ReviewedOn, r.review.Passed, r.review.Trainer, r.review.ContentMap,
                r.review.Note, r.By, r.review.CountsOn(clock.Today)))];
}
