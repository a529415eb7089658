using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Courses.Colleagues;

/// <summary>The bookings as they are filtered on the screen, all of them, as a file.</summary>
[Allow(Permission.ReadBookings)]
public sealed class FileModel(AgencyBookings bookings, Viewer viewer, UkClock clock) : PageModel
{
    private static readonly Column<AgencyBookings.Row>[] Columns =
    [
        new("Name", r => r.Person), new("Agency", r => r.Agency), new("Code", r => r.Code), new("Course", r => r.Course),
        new("Day", r => UkClock.DayOf(r.StartsAt)), new("State", r => r.State.Words()), new("Charge £", r => r.Charge),
    ];

    [FromRoute] public string Format { get; set; } = "csv";

    public IActionResult OnGet(
        AgencyBookings.Show? show, int? year, string? search, Id<Course>? course, BookingState? state, int? level, Id<Agency>? agency)
    {
        AgencyBookings.Filter filter = new(show, year, search, course, state, level, agency);
        var (rows, name) = (bookings.All(viewer, filter), $"bookings-{clock.Today:O}");
        return SpreadsheetFile.OrCsv(Format, name,
            new("Bookings of places on courses, with what each costs", ("As at", Words.Day(clock.Today)), Said(filter)),
            new Sheet<AgencyBookings.Row>("Bookings", "One row for each booking", Columns, rows));
    }

    private static (string, string?) Said(AgencyBookings.Filter filter) => AboutFile.Filter(
        filter.Show is { } show ? AgencyBookings.Words(show) : null, filter.Year is { } year ? FinancialYear.Words(year) : null,
        filter.Search is { } search ? $"“{search}”" : null, filter.Course is null ? null : "one course", filter.State?.Words(),
        filter.Level is { } level ? $"leads to level {level}" : null, filter.Agency is null ? null : "one agency");
}
