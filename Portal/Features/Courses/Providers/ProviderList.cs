using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Courses.Providers;

/// <summary>Who gives training, by what each is recognised today, and how many courses each has on offer.</summary>
public sealed class ProviderList(PortalDb db, UkClock clock)
{
    /// <param name="Marks">Those that count today, the first to end first.</param>
    public sealed record Row(Id<Provider> Id, string Name, string Email, string? Agency, IReadOnlyList<QualityMark> Marks, int Courses);

    public async Task<Page<Row>> RunAsync(Viewer viewer, string? search, int number, CancellationToken cancel)
    {
        var (today, words) = (clock.Today, search?.ToLowerInvariant());
        var page = await db.Providers.AsNoTracking().OfPartnership(viewer).Where(p => words == null || p.Name.ToLower().Contains(words))
            .OrderBy(p => NameSearch.Folded(p.Name)).ThenBy(p => p.Id)
            .Select(p => new
            {
                p.Id, p.Name, p.Email, p.Marks,
                Agency = db.Agencies.Where(a => a.Id == p.AgencyId).Select(a => a.Name).FirstOrDefault(),
                Courses = db.Courses.OfferedOn(today).Count(c => c.ProviderId == p.Id),
            }).ToPageAsync(number, cancel);
        return new([.. page.Rows.Select(p => new Row(p.Id, p.Name, p.Email, p.Agency,
            [.. p.Marks.Where(m => m.CountsOn(today)).OrderBy(m => m.EndsOn ?? DateOnly.MaxValue).ThenBy(m => m.Id)], p.Courses))],
            page.Number, page.Total);
    }
}
