using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Courses.Colleagues;

/// <summary>A colleague's booking, for whoever books for them.</summary>
[Allow(Permission.BookPlaces)]
public sealed class BookingModel(PlaceOfColleague places, AnswerOfferOfColleague answer, Viewer viewer)
    : LoadedPageModel<PlaceOfColleague.Details>
{
    [FromRoute] public Id<Booking> BookingId { get; set; }
    [BindProperty] public bool? Accept { get; set; }
    public PlaceOfColleague.Details Place => Loaded;

    protected override Task<PlaceOfColleague.Details?> FindAsync(CancellationToken cancel) => places.RunAsync(viewer, BookingId, cancel);

    public void OnGet()
    {
    }

    /// <summary>Takes the place that is offered to them, or turns it down.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Accept is not { } accept) throw new Refused("Choose whether they take the place");
        await answer.RunAsync(viewer, BookingId, accept, cancel);
        TempData.Notify(accept ? $"The place is taken for {Place.Person}" : $"The place offered to {Place.Person} is turned down");
        return RedirectToPage(new { BookingId });
    }
}
