using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Courses.Venues;

[Allow(Permission.EditProviders)]
public sealed class EditVenueModel(VenueList venues, SaveVenue save, Viewer viewer) : LoadedPageModel<VenueList.Row>
{
    [FromRoute] public Id<Venue> VenueId { get; set; }
    [BindProperty] public VenueForm Venue { get; set; } = new();
    [BindProperty] public int Seen { get; set; }
    public VenueList.Row Row => Loaded;

    public void OnGet() => (Venue, Seen) = (VenueForm.Of(Row), Row.Version);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await save.RunAsync(viewer, VenueId, Venue.Entry(), Seen, cancel);
        TempData.Notify("Venue changed");
        return RedirectToPage("Venues");
    }

    protected override Task<VenueList.Row?> FindAsync(CancellationToken cancel) => venues.OneAsync(viewer, VenueId, cancel);
}
