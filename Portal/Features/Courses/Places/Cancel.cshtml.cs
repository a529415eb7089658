using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Courses.Places;

[Allow(Permission.BookPlaces)]
public sealed class CancelModel(OwnPlace bookings, CancelOwnPlace cancelPlace, Viewer viewer) : LoadedPageModel<OwnPlace.Details>
{
    [FromRoute] public Id<Booking> BookingId { get; set; }
    [BindProperty] public int? Seen { get; set; }
    public OwnPlace.Details Place => Loaded;

    protected override Task<OwnPlace.Details?> FindAsync(CancellationToken cancel) => bookings.RunAsync(viewer, BookingId, cancel);

    public void OnGet() => Seen = Place.Booking.Version;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        var wasWaiting = Place.Booking.State == BookingState.Waiting;
        await cancelPlace.RunAsync(viewer, BookingId, Seen ?? -1, cancel);
        TempData.Notify(wasWaiting ? "You have left the waiting list" : "Your booking is cancelled");
        return RedirectToPage("Place", new { BookingId });
    }
}
