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
        new("Day", r => UkClock.DayOf(r.StartsAt)), new("State", r => r.State.Words()), new("Charge £", r => r.Charge.Pence / 100m),
    ];

    [FromRoute] public string Format { get; set; } = "csv";

    public IActionResult OnGet(
        AgencyBookings.Show? show, int? year, string? search, Id<Course>? course, BookingState? state, int? level, Id<Agency>? agency)
    {
        var (rows, name) =
            (bookings.All(viewer, new(show, year, search, course, state, level, agency)), $"bookings-{clock.Today:O}");
        return Format == "xlsx"
            ? new SpreadsheetFile<AgencyBookings.Row>($"{name}.xlsx", "Bookings", Columns, rows)
            : new CsvFile<AgencyBookings.Row>($"{name}.csv", Columns, rows);
    }
}
