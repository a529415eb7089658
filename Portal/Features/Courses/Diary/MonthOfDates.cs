using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Courses.Catalogue;

namespace Portal.Features.Courses.Diary;

/// <summary>The dates to come in one month of the courses that match, week under week. As many queries for one as for many.</summary>
public sealed class MonthOfDates(PortalDb db, CourseSearch search, DatesToCome dates, UkClock clock)
{
    /// <summary>So many dates are shown at most; whoever has more chooses among them.</summary>
    public const int Most = 200;

    /// <param name="Session">Its hours on the day.</param>
    public sealed record Entry(Id<CourseRun> RunId, string Course, CourseRun.Hours Session, string Places);

    /// <param name="Entries">None for a day of another month, which stands there to fill the week.</param>
    public sealed record Day(DateOnly On, bool IsInMonth, bool IsToday, IReadOnlyList<Entry> Entries);

    /// <param name="Dates">How many there are in all.</param>
    public sealed record Shown(DateOnly Month, IReadOnlyList<IReadOnlyList<Day>> Weeks, int Dates);

    /// <param name="filter">Its month is the one that is shown.</param>
    public async Task<Shown> RunAsync(Viewer viewer, CourseSearch.Filter filter, CancellationToken cancel)
    {
        var month = filter.Month ?? throw new ArgumentException("A month is needed", nameof(filter));
        var runs = await MatchingAsync(viewer, filter, cancel);
        var found = await dates.OfAsync(viewer, runs.OrderBy(r => r.StartsAt).ThenBy(r => r.Id).Take(Most), cancel);
        var ids = found.Select(d => d.CourseId).Distinct().ToList();
        var titles = await db.Courses.OfPartnership(viewer).Where(c => ids.Contains(c.Id))
            .ToDictionaryAsync(c => c.Id, c => c.Title, cancel);
        var onDays = found.SelectMany(d => d.Sessions.Select(s => new Entry(d.Id, titles[d.CourseId], s, d.Places)))
            .OrderBy(e => e.Session.Starts).ThenBy(e => e.Course, StringComparer.Ordinal).ToLookup(e => e.Session.Day);
        return new(month, [.. Weeks(month, onDays)], found.Count < Most ? found.Count : await runs.CountAsync(cancel));
    }

    /// <summary>The first day of the month in which the next of the dates that match begins; null when none does.</summary>
    public async Task<DateOnly?> FirstAsync(Viewer viewer, CourseSearch.Filter filter, CancellationToken cancel) =>
        await (await MatchingAsync(viewer, filter, cancel)).MinAsync(r => (DateTime?)r.StartsAt, cancel) is { } starts
            ? Months.FirstDayOf(UkClock.DayOf(starts)) : null;

    private async Task<IQueryable<CourseRun>> MatchingAsync(Viewer viewer, CourseSearch.Filter filter, CancellationToken cancel)
    {
        var framework = await db.RuleInForceAsync(viewer.PartnershipId, clock.Today, cancel);
        var courses = search.Of(viewer, filter, framework?.Code, await search.TypeAsync(viewer, cancel));
        return search.Dates(viewer, filter).Where(r => courses.Any(c => c.Id == r.CourseId));
    }

    /// <summary>From the Monday on or before the first to the Sunday on or after the last.</summary>
    private IEnumerable<IReadOnlyList<Day>> Weeks(DateOnly month, ILookup<DateOnly, Entry> onDays)
    {
        var (monday, end) = (month.AddDays(-(((int)month.DayOfWeek + 6) % 7)), month.AddMonths(1));
        for (; monday < end; monday = monday.AddDays(7))
            yield return [.. Enumerable.Range(0, 7).Select(monday.AddDays).Select(day => new Day(
                day, Months.FirstDayOf(day) == month, day == clock.Today, Months.FirstDayOf(day) == month ? [.. onDays[day]] : []))];
    }
}
