using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Security;

namespace Portal.Features.Courses.Places;

/// <summary>The hours of a booked place as a file that calendars open.</summary>
[Allow(Permission.BookPlaces)]
public sealed class CalendarModel(OwnPlace bookings, Viewer viewer) : PageModel
{
    [FromRoute] public Id<Booking> BookingId { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await bookings.RunAsync(viewer, BookingId, cancel) is { Calendar: { } entry }
            ? File(Encoding.UTF8.GetBytes(entry), "text/calendar; charset=utf-8", "training.ics")
            : NotFound();
}
