using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Courses.Providers;

/// <summary>One provider of training, its marks and its courses. Null when it is not of the partnership.</summary>
public sealed class ProviderView(PortalDb db, UkClock clock)
{
    public sealed record Given(Id<Course> Id, string Code, string Title, bool IsAccredited);

    /// <param name="Marks">The last to end first.</param>
    /// <param name="Courses">Those on offer.</param>
    public sealed record Details(
        Provider Provider, string? Agency, IReadOnlyList<QualityMark> Marks, IReadOnlyList<Given> Courses, DateOnly Today);

    public async Task<Details?> RunAsync(Viewer viewer, Id<Provider> providerId, CancellationToken cancel)
    {
        var today = clock.Today;
        if (await db.Providers.AsNoTracking().OfPartnership(viewer).Include(p => p.Marks)
            .SingleOrDefaultAsync(p => p.Id == providerId, cancel) is not { } provider) return null;
        var agency = await db.Agencies.Where(a => a.Id == provider.AgencyId).Select(a => a.Name).FirstOrDefaultAsync(cancel);
        var courses = await db.Courses.OfferedTo(viewer).OfferedOn(today).Where(c => c.ProviderId == providerId)
            .OrderBy(c => c.Code).ThenBy(c => c.Id)
            .Select(c => new Given(c.Id, c.Code, c.Title, db.Courses.AccreditedOn(db, today).Any(a => a.Id == c.Id))).ToListAsync(cancel);
        return new(provider, agency, [.. provider.Marks.OrderByDescending(m => m.EndsOn ?? DateOnly.MaxValue).ThenBy(m => m.Id)], courses,
            today);
    }
}
