using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Courses.Catalogue;

/// <summary>
/// Adds a course, with the next code, or changes one. Whoever looks after the courses of one agency adds in-house courses of it alone.
/// </summary>
public sealed class SaveCourse(PortalDb db, UkClock clock)
{
    /// <param name="AgencyId">Whose in-house course a new one is; null for one of the partnership.</param>
    /// <param name="ProviderId">Null when the agency gives its in-house course itself.</param>
    /// <param name="ProviderEmail">Where an agency is written to that gives courses for the first time.</param>
    /// <param name="Levels">Of the framework in force, as the statements are.</param>
    public sealed record Entry(
        Course.Entry Course, Id<Agency>? AgencyId, Id<Provider>? ProviderId, string? ProviderEmail, IReadOnlyList<int> Levels,
        IReadOnlyList<string> Statements, IReadOnlyDictionary<AgencyType, Money?> Prices);

    /// <param name="courseId">Null for a new one.</param>
    /// <param name="seen">The version that the form showed.</param>
    public Task<Id<Course>> RunAsync(Viewer viewer, Id<Course>? courseId, Entry entry, int seen, CancellationToken cancel) =>
        db.OneAtATimeAsync(viewer, async () =>
        {
            viewer.Require(Permission.EditCourses);
            var course = courseId is null ? await NewAsync(viewer, entry, cancel) : await FoundAsync(viewer, courseId.Value, seen, cancel);
            course.ProviderId = (await ProviderAsync(viewer, entry, course.AgencyId, cancel)).Id;
            await RefuseUnlessKnownStrandsAsync(viewer, entry.Course.Strands, cancel);
            var framework = await db.FrameworkInForceAsync(viewer.PartnershipId, clock.Today, cancel);
            RefuseUnlessOf(framework, entry);
            course.Change(entry.Course, clock.Today);
            if (framework is not null) course.Cover(framework.Code, entry.Levels, entry.Statements);
            foreach (var (type, price) in entry.Prices) course.Charge(type, price);
            // What it covers and costs is kept in rows of its own: whoever saw the course before has not seen it now.
            if (courseId is not null) db.Entry(course).Property(c => c.Version).IsModified = true;
            await db.SaveAsync(viewer, $"{(courseId is null ? "Added" : "Changed")} the course {course.Code}, {course.Title}", cancel);
            return course.Id;
        }, cancel);

    private async Task<Course> NewAsync(Viewer viewer, Entry entry, CancellationToken cancel)
    {
        var agency = viewer.Reach(Permission.EditCourses) == Reach.Partnership ? entry.AgencyId : viewer.AgencyId;
        if (agency is not null)
            await db.Agencies.OfPartnership(viewer).OpenOn(clock.Today).Where(a => a.Id == agency)
                .OneOrRefuseAsync("Select an agency that is open", nameof(entry.AgencyId), cancel);
        var codes = await db.Courses.OfPartnership(viewer).Select(c => c.Code).ToListAsync(cancel);
        return db.Courses.Add(new()
        {
            PartnershipId = viewer.PartnershipId, Code = Course.NextCode(codes), AgencyId = agency, ProviderId = default,
        }).Entity;
    }

    private async Task<Course> FoundAsync(Viewer viewer, Id<Course> courseId, int seen, CancellationToken cancel)
    {
        var course = await db.Courses.VisibleTo(viewer, Permission.EditCourses).AsSplitQuery()
            .Include(c => c.Levels).Include(c => c.Competencies).Include(c => c.Prices).Where(c => c.Id == courseId)
            .OneOrRefuseAsync("This course is not within your reach", null, cancel);
        Refused.IfStale(course, seen);
        return course;
    }

    /// <summary>Who gives it. An agency that gives a course for the first time becomes a provider with it.</summary>
    private async Task<Provider> ProviderAsync(Viewer viewer, Entry entry, Id<Agency>? agencyId, CancellationToken cancel)
    {
        var providers = db.Providers.OfPartnership(viewer);
        if (entry.ProviderId is { } chosen)
            return await providers.Where(p => p.Id == chosen).OneOrRefuseAsync("Select who gives it", nameof(entry.ProviderId), cancel);
        if (agencyId is null) throw new Refused("Select who gives it", nameof(entry.ProviderId));
        var agency = await db.Agencies.SingleAsync(a => a.Id == agencyId, cancel);
        if (await providers.Where(p => p.AgencyId == agencyId || p.Name.ToLower() == agency.Name.ToLower())
            .OrderBy(p => p.Id).FirstOrDefaultAsync(cancel) is { } known) return known;
        if (entry.ProviderEmail is null)
            throw new Refused("Enter an email address to which people can write about courses", nameof(entry.ProviderEmail));
        return db.Providers.Add(new()
        {
            PartnershipId = viewer.PartnershipId, Name = agency.Name, Email = entry.ProviderEmail, AgencyId = agencyId,
        }).Entity;
    }

    private async Task RefuseUnlessKnownStrandsAsync(Viewer viewer, IReadOnlyList<string> strands, CancellationToken cancel)
    {
        var known = await db.Strands.OfPartnership(viewer).Select(s => s.Code).ToListAsync(cancel);
        if (strands.Except(known).Any()) throw new Refused("Select strands from the list", nameof(Course.Strands));
    }

    private static void RefuseUnlessOf(Domain.Framework? framework, Entry entry)
    {
        var levels = framework?.Levels.Select(l => l.Number).ToList() ?? [];
        if (entry.Course.Prerequisite is { } first && !levels.Contains(first))
            throw new Refused("Select a level of the framework", nameof(Course.Prerequisite));
        if (entry.Levels.Except(levels).Any()) throw new Refused("Select levels of the framework", nameof(entry.Levels));
        if (entry.Statements.Except(framework?.Competencies.Select(c => c.Code) ?? []).Any())
            throw new Refused("Select statements of the framework", nameof(entry.Statements));
    }
}
