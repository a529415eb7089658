using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Courses.Colleagues;

/// <summary>Gives a colleague's place back, with what that costs said first.</summary>
[Allow(Permission.BookPlaces)]
public sealed class CancelPlaceModel(PlaceOfColleague places, CancelColleague cancelColleague, Viewer viewer)
    : LoadedPageModel<PlaceOfColleague.Details>
{
    [FromRoute] public Id<Booking> BookingId { get; set; }
    [BindProperty] public int? Seen { get; set; }
    public PlaceOfColleague.Details Place => Loaded;

    protected override Task<PlaceOfColleague.Details?> FindAsync(CancellationToken cancel) => places.RunAsync(viewer, BookingId, cancel);

    public void OnGet() => Seen = Place.Booking.Version;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await cancelColleague.RunAsync(viewer, BookingId, Seen ?? -1, cancel);
        TempData.Notify($"The booking of {Place.Person} is cancelled");
        return RedirectToPage("Booking", new { BookingId });
    }
}
