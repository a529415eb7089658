using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Courses.Places;

[Allow(Permission.BookPlaces)]
public sealed class PlaceModel(OwnPlace bookings, AnswerOffer answer, Viewer viewer) : LoadedPageModel<OwnPlace.Details>
{
    [FromRoute] public Id<Booking> BookingId { get; set; }
    [BindProperty] public bool? Accept { get; set; }
    public OwnPlace.Details Place => Loaded;

    protected override Task<OwnPlace.Details?> FindAsync(CancellationToken cancel) => bookings.RunAsync(viewer, BookingId, cancel);

    public void OnGet()
    {
    }

    /// <summary>Takes the place that is offered, or turns it down.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Accept is not { } accept) throw new Refused("Choose whether you take the place");
        await answer.RunAsync(viewer, BookingId, accept, cancel);
        TempData.Notify(accept ? "You have taken the place" : "You have turned the place down");
        return RedirectToPage(new { BookingId });
    }
}
