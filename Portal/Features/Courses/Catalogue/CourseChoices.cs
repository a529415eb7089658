using Microsoft.EntityFrameworkCore;
using Portal.Components;
using Portal.Components.GovUk;
using Portal.Data;

namespace Portal.Features.Courses.Catalogue;

/// <summary>What the form of a course offers to choose from.</summary>
public sealed class CourseChoices(PortalDb db, UkClock clock)
{
    /// <param name="Framework">The code of the one in force; null when none is.</param>
    /// <param name="Agencies">Whose in-house course it may be: for whoever looks after all courses, and only while it is added.</param>
    /// <param name="Own">The agency whose in-house course it is; null for one of the partnership, and while that is still open.</param>
    /// <param name="MayBeNewProvider">Whether an agency that may give it has given none before, and needs an address.</param>
    public sealed record Offered(
        string? Framework, IReadOnlyList<Choice> Levels, IReadOnlyList<Choice> Statements, IReadOnlyList<Choice> Strands,
        IReadOnlyList<Choice> Providers, IReadOnlyList<Choice> Agencies, string? Own, bool MayBeNewProvider)
    {
        public bool IsInHouse => Own is not null;
        public bool MayBeInHouse => IsInHouse || Agencies.Count > 0;

        public IReadOnlyList<Choice> Audiences => [.. Choice.Of<CourseAudience>(a => a.Words())
            .Where(c => c.Value != (IsInHouse ? nameof(CourseAudience.Everyone) : MayBeInHouse ? "" : nameof(CourseAudience.OwnAgency)))];
    }

    /// <param name="course">Null for a new one.</param>
    public async Task<Offered> RunAsync(Viewer viewer, Course? course, CancellationToken cancel)
    {
        var today = clock.Today;
        var framework = await db.FrameworkInForceAsync(viewer.PartnershipId, today, cancel);
        var kept = course?.Strands.Split(' ') ?? [];
        var strands = (await db.Strands.AsNoTracking().OfPartnership(viewer).OrderBy(s => NameSearch.Folded(s.Name))
            .ThenBy(s => s.Id).ToListAsync(cancel))
            .Where(s => s.IsInForceOn(today) || kept.Contains(s.Code));
        var providers = await db.Providers.AsNoTracking().OfPartnership(viewer).OrderBy(p => NameSearch.Folded(p.Name)).ToListAsync(cancel);
        var agencies = await db.Agencies.OfPartnership(viewer).OpenOn(today).OrderBy(a => NameSearch.Folded(a.Name)).ThenBy(a => a.Id)
            .Select(a => new { a.Id, a.Name }).ToListAsync(cancel);
        var isWide = viewer.Reach(Permission.EditCourses) == Reach.Partnership;
        var ownId = course is not null ? course.AgencyId : isWide ? null : viewer.AgencyId;
        var own = ownId is null ? null : await db.Agencies.Where(a => a.Id == ownId).Select(a => a.Name).SingleAsync(cancel);
        return new(framework?.Code, framework?.Levels.Choices() ?? [],
            [.. (framework?.Competencies ?? []).OrderBy(c => c.LevelNumber).ThenBy(c => c.Code, StringComparer.Ordinal)
                .Select(c => new Choice(c.Code, $"{c.Code} {c.Statement}"))],
            [.. strands.Select(s => new Choice(s.Code, s.Name))], [.. providers.Select(p => new Choice($"{p.Id}", p.Name))],
            course is null && isWide ? [.. agencies.Select(a => new Choice($"{a.Id}", a.Name))] : [], own,
            (own is not null && !providers.Exists(p => p.AgencyId == ownId)) || (course is null && isWide));
    }
}
