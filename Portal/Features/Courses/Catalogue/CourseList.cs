using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Courses.Catalogue;

/// <summary>The courses that the viewer finds in the catalogue, each with the next date on which there is a place.</summary>
public sealed class CourseList(PortalDb db, CourseSearch search, DatesToCome dates, UkClock clock)
{
    /// <param name="Levels">Codes of the levels of the framework in force to which it leads.</param>
    /// <param name="Price">Of one place, for the viewer’s kind of agency.</param>
    /// <param name="Next">In the month that was chosen: the next with a place, else the next that can be booked, else the next.</param>
    public sealed record Row(
        Course Course, string Provider, string? Agency, bool IsAccredited, IReadOnlyList<string> Levels, Money Price,
        DatesToCome.Row? Next);

    public async Task<Page<Row>> RunAsync(Viewer viewer, CourseSearch.Filter filter, int number, CancellationToken cancel)
    {
        var today = clock.Today;
        var framework = await db.RuleInForceAsync(viewer.PartnershipId, today, cancel);
        var (code, type) = (framework?.Code, await search.TypeAsync(viewer, cancel));
        var page = await (from course in search.Of(viewer, filter, code, type).AsNoTracking()
                          join provider in db.Providers on course.ProviderId equals provider.Id
                          orderby course.Title, course.Id
                          select new
                          {
                              course, Provider = provider.Name, course.Prices,
                              Agency = db.Agencies.Where(a => a.Id == course.AgencyId).Select(a => a.Name).FirstOrDefault(),
                              IsAccredited = db.Courses.AccreditedOn(db, today).Any(c => c.Id == course.Id),
                              Levels = course.Levels.Where(l => l.Framework == code).Select(l => l.LevelNumber).ToList(),
                          }).ToPageAsync(number, cancel);
        var next = await dates.RunAsync(viewer, [.. page.Rows.Select(r => r.course.Id)], cancel);
        List<Level> levels = [.. framework?.Levels ?? []];
        return new(
            [.. page.Rows.Select(r => new Row(r.course, r.Provider, r.Agency, r.IsAccredited,
                [.. levels.Where(l => r.Levels.Contains(l.Number)).Select(l => l.Code)],
                r.Prices.FirstOrDefault(p => p.Type == type)?.Price ?? r.course.Price,
                next[r.course.Id].Where(d => filter.Month is not { } month || d.Sessions.Any(s => Months.FirstDayOf(s.Day) == month))
                    .OrderBy(d => d.WhyNot is not null).ThenBy(d => d.PlacesLeft == 0).FirstOrDefault()))],
            page.Number, page.Total);
    }
}
